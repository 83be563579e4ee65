import { z } from 'zod';
import { namedPack } from './named-pack.ts';

const paymentItem = z.object({ what: z.enum(['loss', 'card']), fen: z.number().int().positive() });

/** One order per key; the QR code is in the result. Amounts in fen. */
export const paymentCreate = z.object({
  kind: z.literal('payment.create'),
  receiptReference: z.string(),
  pack: namedPack.optional(),
  socialSecurityNumber: z.string(),
  items: z.array(paymentItem).min(1).max(2),
  amountFen: z.number().int().positive(),
  expiresAfterSeconds: z.number().int().positive(),
});
export type PaymentCreate = z.infer<typeof paymentCreate>;

/** After this nobody can pay the order: money that comes all the same goes back by itself. */
export const paymentCancel = z.object({
  kind: z.literal('payment.cancel'),
  receiptReference: z.string(),
  /** Key of the payment.create. */
  order: z.string(),
});
export type PaymentCancel = z.infer<typeof paymentCancel>;

/** The whole amount or a part of it; parts never exceed what was paid. */
export const paymentRefund = z.object({
  kind: z.literal('payment.refund'),
  receiptReference: z.string(),
  order: z.string(),
  amountFen: z.number().int().positive(),
  reason: z.enum(['service-not-delivered', 'card-not-issued', 'cancelled-after-payment']),
});
export type PaymentRefund = z.infer<typeof paymentRefund>;

/** GET /v1/payments/:key, where the key is that of payment.create. Asking never charges. */
export const paymentStatusAnswer = z.object({
  state: z.enum([
    /** No such order was ever created. */
    'none',
    'open',
    'paid',
    'expired',
    'cancelled',
    /** The acquirer does not answer: money may have moved. Ask again; never a second order. */
    'unknown',
  ]),
  paidFen: z.number().int().nonnegative(),
  /** Refunds accepted by the acquirer, whether or not they have arrived. */
  refundedFen: z.number().int().nonnegative(),
});
export type PaymentStatusAnswer = z.infer<typeof paymentStatusAnswer>;
