import { z } from 'zod';
import { instant } from '../fields.ts';

/** What operators may have one kiosk do with a request that is stuck there. Each is decided by people at the desk. */
export const ORDER_KINDS = [
  /** Send a dead letter again under its own key: the centre dedupes (INV-4). */
  'send-again',
  /** The authority's "no" stands: the request gets its end state, and the resident can be told. */
  'close-refused',
  /** An unknown act happened: the journal goes on from there. */
  'settle-done',
  /** An unknown act did not happen: undo, refund what was taken. */
  'settle-not-done',
  /** Ask the authority about every open request now. */
  'ask-again',
] as const;

export const kioskOrder = z.strictObject({
  orderId: z.string().min(8).max(64),
  kind: z.enum(ORDER_KINDS),
  /** Receipt reference; null for `ask-again`. */
  reference: z.string().max(40).nullable(),
  /** Idempotency key of the dead letter or act; null where the reference says enough. */
  key: z.string().max(100).nullable(),
  /** Who decided: operator ids, the second one where it is about money. */
  decidedBy: z.array(z.string().max(40)).min(1).max(2),
});
export type KioskOrder = z.infer<typeof kioskOrder>;

/** Orders in one answer; the kiosk asks again for the rest. */
export const MOST_ORDERS = 20;

/** What the director signs: orders for one kiosk. Signed anew for each answer, so it need not be good for long. */
export const ordersPayload = z.strictObject({
  type: z.literal('yikatong-orders'),
  kioskId: z.string().min(1).max(80),
  issuedAt: instant,
  /** Ten minutes later: what somebody held back until people decided otherwise is not carried out. */
  expiresAt: instant,
  orders: z.array(kioskOrder).min(1).max(MOST_ORDERS),
});
export type OrdersPayload = z.infer<typeof ordersPayload>;
export const ORDERS_GOOD_FOR_MS = 10 * 60_000;

export const orderResult = z.strictObject({
  orderId: z.string().min(8).max(64),
  outcome: z.enum(['done', 'not-there', 'not-possible']),
  /** Word for the operator; no personal data. */
  detail: z.string().max(120).nullable(),
});
export type OrderResult = z.infer<typeof orderResult>;

/** A request that waits for people, as the kiosk's heartbeat tells it. */
export const stuckRequest = z.strictObject({
  kind: z.enum(['dead-letter', 'unknown']),
  reference: z.string().max(40),
  service: z.string().max(40),
  /** Idempotency key; null where the act has none. */
  key: z.string().max(100).nullable(),
  /** Operation kind or act, and the trouble: codes. */
  act: z.string().max(60),
  code: z.string().max(80),
  since: z.number(),
  /** Whether money was taken or a card may have come out: two people decide. */
  money: z.boolean(),
});
export type StuckRequest = z.infer<typeof stuckRequest>;
