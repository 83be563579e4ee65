import { z } from 'zod';
import { ACCOUNT_CHOICES, EXCHANGE_REASONS } from '../../policy/closed-sets.ts';
import { instant, upperHex } from '../fields.ts';
import { faceEvidence, identity } from './identity.ts';
import { namedPack } from './named-pack.ts';

/**
 * The authority accepts a replacement, swap or exchange: from here it owes a card (REPL-4: a replaced card is void at
 * once; SWAP, EXCH: the old one is void when it was switched). The card is made at the kiosk, or, with
 * `issue: 'at-outlet'` or after a `card.delivery` that failed, at the outlet.
 */
export const cardRequest = z.object({
  kind: z.literal('card.request'),
  receiptReference: z.string(),
  pack: namedPack.optional(),
  acceptedAt: instant,
  purpose: z.enum(['replacement', 'swap', 'exchange']),
  exchangeReason: z.enum(EXCHANGE_REASONS).nullable(),
  /** Chip of the old card where it was presented (SWAP-1, EXCH-5). */
  oldCardId: upperHex(16).nullable(),
  account: z.enum(ACCOUNT_CHOICES),
  issue: z.enum(['at-outlet', 'on-the-spot']),
  collectionOutlet: z.string().max(40),
  /** Key of the payment order that paid for it; null where it is free. */
  order: z.string().nullable(),
  identity,
  face: faceEvidence,
});
export type CardRequest = z.infer<typeof cardRequest>;

/** Ties the personalised card to its person (settlement.md row 13). Becomes usable at `card.delivery` or `card.switch`. */
export const cardBind = z.object({
  kind: z.literal('card.bind'),
  receiptReference: z.string(),
  /** Key of the card.request or application.submit the card is for. */
  request: z.string(),
  personalisationId: z.string(),
  cardId: upperHex(16),
  cardNumber: z.string().max(9),
});
export type CardBind = z.infer<typeof cardBind>;

/** SWAP-3: the old card void and the new one usable in one act, after the old one is in the retain bin. */
export const cardSwitch = z.object({
  kind: z.literal('card.switch'),
  receiptReference: z.string(),
  request: z.string(),
});
export type CardSwitch = z.infer<typeof cardSwitch>;

/** What became of the card that a kiosk owed. Sent through the outbox with priority, whatever happened. */
export const cardDelivery = z.object({
  kind: z.literal('card.delivery'),
  receiptReference: z.string(),
  request: z.string(),
  outcome: z.enum([
    /** Taken at the gate: usable from now on. */
    'handed-over',
    /** Made, bound, and kept in the kiosk's bin for its owner. */
    'retained',
    /** Nobody saw whether the owner took it: suspended until a counter releases it, the owner is told. */
    'maybe-taken',
    /** No card came out: it is ordered for collection at the outlet, with priority. */
    'not-issued',
  ]),
  at: instant,
});
export type CardDelivery = z.infer<typeof cardDelivery>;
