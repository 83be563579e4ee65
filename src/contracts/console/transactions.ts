import { z } from 'zod';
import { stuckRequest } from '../configuration/orders.ts';
import { instant } from '../fields.ts';
import { workItemRow } from './work.ts';

/** GET /transactions?reference= [everybody]: as typed; small letters, spaces and missing dashes are forgiven. */
export const transactionQuery = z.strictObject({ reference: z.string().min(1).max(40) });
export type TransactionQuery = z.infer<typeof transactionQuery>;

export const TRANSACTION_PLACES = ['kiosk', 'queue', 'centre', 'authority', 'bank', 'acquirer'] as const;
export type TransactionPlace = (typeof TRANSACTION_PLACES)[number];

/** One thing that happened. Codes; no names, no ID, card or account numbers. */
export const timelineEntry = z.strictObject({
  at: instant,
  where: z.enum(TRANSACTION_PLACES),
  /** Audit event, operation kind, `payment-order`, `payment-movement`, `refund`, `card-request`, `card-event` … */
  what: z.string(),
  state: z.string(),
  /** Codes and amounts (`…Fen`). */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  kioskId: z.string().nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

/** Where a request stands now. Sentences: src/fleet/where-it-stands.ts. */
export const STANDINGS = [
  /** The kiosk accepted it, the centre has not received it. */
  'waits-at-kiosk',
  /** Nobody knows whether an act happened; it is asked about. */
  'unknown',
  'dead-letter',
  'paid-without-delivery',
  'money-coming-back',
  'money-returned',
  /** The office has it and has not decided. */
  'with-the-office',
  'card-in-production',
  'card-ready',
  'card-handed-over',
  'refused',
  'not-paid',
  'done',
  /** Looked at or begun; nothing was asked of the office. */
  'nothing-asked',
] as const;
export type Standing = (typeof STANDINGS)[number];

const fen = z.number().int().nonnegative();
export const transactionMoney = z.strictObject({
  paidFen: fen,
  refundedFen: fen,
  orders: z.array(
    z.strictObject({
      orderKey: z.string(),
      state: z.string(),
      amountFen: fen,
      items: z.array(z.strictObject({ what: z.string(), fen })),
      createdAt: instant,
      endedAt: instant.nullable(),
    }),
  ),
});

export const transactionAnswer = z.discriminatedUnion('found', [
  /** Not a reference at all. */
  z.strictObject({ found: z.literal('wrong-form') }),
  /** One, but misread or mistyped: the check character does not fit. */
  z.strictObject({ found: z.literal('mistyped') }),
  z.strictObject({ found: z.literal('nothing'), reference: z.string() }),
  z.strictObject({
    found: z.literal('found'),
    reference: z.string(),
    service: z.string().nullable(),
    kioskIds: z.array(z.string()),
    standing: z.enum(STANDINGS),
    money: transactionMoney,
    timeline: z.array(timelineEntry),
    /** What a kiosk says it still holds of it. */
    held: z.array(z.strictObject({ kioskId: z.string(), ...stuckRequest.shape })),
    work: z.array(workItemRow),
  }),
]);
export type TransactionAnswer = z.infer<typeof transactionAnswer>;
