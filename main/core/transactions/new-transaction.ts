import type { IdempotencyKey, TransactionId } from '../../../src/brand.ts';
import type { Entropy } from '../../../src/ports/clock.ts';
import type { OpenedTransaction } from '../../../src/ports/transactions.ts';
import { makeReceiptReference } from '../../../src/receipt/receipt-reference.ts';

/** 16 bytes: nobody else makes up the same name. */
const ID_BYTES = 16;

/** Names for a transaction that is about to be opened. The key is made here and lives as long as it does. */
export function nameTransaction(entropy: Entropy): OpenedTransaction {
  const id = () => Buffer.from(entropy.bytes(ID_BYTES)).toString('hex');
  return {
    transactionId: `t-${id()}` as TransactionId,
    reference: makeReceiptReference(entropy),
    key: `k-${id()}` as IdempotencyKey,
  };
}
