declare const brand: unique symbol;

/** A string (or number) that was checked or made in one place and is not interchangeable with another. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type KioskId = Brand<string, 'KioskId'>;
export type TransactionId = Brand<string, 'TransactionId'>;
/** Made at the intent, valid for the life of the transaction (INV-4). */
export type IdempotencyKey = Brand<string, 'IdempotencyKey'>;
/** What the resident reads on the receipt and says on the telephone: `YKT-…`. */
export type ReceiptReference = Brand<string, 'ReceiptReference'>;
