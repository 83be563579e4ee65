import { z } from 'zod';
import { ACCOUNT_CHOICES, EXCHANGE_REASONS } from '../../policy/closed-sets.ts';
import { lossTerm } from '../../policy/loss-term.ts';
import { auditRecord } from '../audit.ts';
import { calendarDay, instant, mobileNumber, upperHex } from '../fields.ts';
import { faceEvidence, identity } from './identity.ts';
import { PIN_REFUSALS, pinBlock } from './queries.ts';

/**
 * Acts with an effect. PUT /v1/operations/{key}: the same key is carried out once, however often it arrives;
 * the same key with another body is refused with 409 `key-reused`. Keys are kept as long as the operation (INV-4).
 */
export const applicationSubmit = z.object({
  kind: z.literal('application.submit'),
  receiptReference: z.string(),
  acceptedAt: instant,
  identity,
  mobile: mobileNumber,
  /** APPLY-6: made at the kiosk while the applicant waits, or at the outlet's. */
  issue: z.enum(['at-outlet', 'on-the-spot']),
  /** From the SMS verification; null where the link was down, so the office confirms the number itself. */
  mobileConfirmation: z.string().nullable(),
  occupation: z.string().max(20),
  residentialAddress: z.string().min(5).max(140),
  collectionOutlet: z.string().max(40),
  photo: z.discriminatedUnion('source', [
    z.object({ source: z.literal('camera'), jpegBase64: z.base64().max(200_000) }),
    z.object({ source: z.literal('authority-file') }),
  ]),
  face: faceEvidence,
});
export type ApplicationSubmit = z.infer<typeof applicationSubmit>;

export const cardActivate = z.object({
  kind: z.literal('card.activate'),
  receiptReference: z.string(),
  socialSecurityNumber: z.string(),
  cardId: upperHex(16),
  cardNumber: z.string().max(9),
  accountNumber: z.string().regex(/^\d{16,19}$/),
  entries: z.tuple([pinBlock, pinBlock]),
  balanceSms: z.boolean(),
  face: faceEvidence,
});
export type CardActivate = z.infer<typeof cardActivate>;

/** LOSS-1, LOSS-2, LOSS-3. The report of a card already lost in the same way is done, not refused. */
export const lossReport = z.object({
  kind: z.literal('loss.report'),
  receiptReference: z.string(),
  reportedAt: instant,
  identity,
  report: z.discriminatedUnion('loss', [
    z.object({ loss: z.literal('temporary'), term: lossTerm }),
    z.object({ loss: z.literal('formal') }),
  ]),
  face: faceEvidence,
});
export type LossReport = z.infer<typeof lossReport>;

/** LOSS-6: ID card + the card found; not after a replacement was accepted. */
export const lossUndo = z.object({
  kind: z.literal('loss.undo'),
  receiptReference: z.string(),
  socialSecurityNumber: z.string(),
  cardId: upperHex(16),
  face: faceEvidence,
});
export type LossUndo = z.infer<typeof lossUndo>;

const paymentItem = z.object({ what: z.enum(['loss', 'card']), fen: z.number().int().positive() });

/** One order per key; the QR code is in the result. Amounts in fen. */
export const paymentCreate = z.object({
  kind: z.literal('payment.create'),
  receiptReference: z.string(),
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

/**
 * The authority accepts a replacement, swap or exchange: from here it owes a card (REPL-4: a replaced card is void at
 * once; SWAP, EXCH: the old one is void when it was switched). The card is made at the kiosk, or, with
 * `issue: 'at-outlet'` or after a `card.delivery` that failed, at the outlet.
 */
export const cardRequest = z.object({
  kind: z.literal('card.request'),
  receiptReference: z.string(),
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

/** CERT-1, CERT-2 */
export const certificationSubmit = z.object({
  kind: z.literal('certification.submit'),
  receiptReference: z.string(),
  certifiedAt: instant,
  identity,
  face: faceEvidence,
});
export type CertificationSubmit = z.infer<typeof certificationSubmit>;

/** INFO-1, INFO-2: null leaves a field as it is. */
export const contactChange = z.object({
  kind: z.literal('contact.change'),
  receiptReference: z.string(),
  socialSecurityNumber: z.string(),
  mobile: z.object({ number: mobileNumber, confirmation: z.string() }).nullable(),
  occupation: z.string().max(20).nullable(),
  residentialAddress: z.string().min(5).max(140).nullable(),
  face: faceEvidence,
});
export type ContactChange = z.infer<typeof contactChange>;

/** Audit records of one kiosk, in order; a repeated sequence number is ignored. */
export const auditAppend = z.object({
  kind: z.literal('audit.append'),
  records: z.array(auditRecord).min(1).max(500),
});

export const operation = z.discriminatedUnion('kind', [
  applicationSubmit,
  cardActivate,
  lossReport,
  lossUndo,
  paymentCreate,
  paymentCancel,
  paymentRefund,
  cardRequest,
  cardBind,
  cardSwitch,
  cardDelivery,
  certificationSubmit,
  contactChange,
  auditAppend,
]);
export type Operation = z.infer<typeof operation>;
export type OperationKind = Operation['kind'];

/** Why the authority or bank refuses for good. */
export const OPERATION_REFUSALS = [
  'has-card',
  'application-pending',
  'not-entitled',
  'identity-invalid',
  'under-age',
  'mobile-not-confirmed',
  'unknown-outlet',
  'card-unknown',
  'holder-mismatch',
  'card-not-normal',
  'already-active',
  'account-closed',
  /** Nobody holds such a card: nothing to report, replace or exchange. */
  'no-card',
  'not-yet-collected',
  'no-loss-reported',
  'already-replaced',
  /** REPL-1 */
  'formal-loss-first',
  'suspended',
  'recalled',
  'cancelled',
  /** SWAP-1 */
  'not-second-generation',
  'request-pending',
  /** EXCH-4, EXCH-6 */
  'counter-only',
  /** The card request names an order that was not paid, or not this person's. */
  'not-paid',
  /** Cancelling or refunding an order that was never created, or more than was paid. */
  'order-unknown',
  'amount-too-large',
  'already-paid',
  'request-unknown',
  'not-bound',
  'not-personalised',
  'not-entitled-to-benefits',
  ...PIN_REFUSALS,
] as const;
export type OperationRefusal = (typeof OPERATION_REFUSALS)[number];

export const operationResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('application.submit'), applicationNumber: z.string(), readyBy: calendarDay }),
  z.object({ kind: z.literal('card.activate'), activatedAt: instant }),
  z.object({
    kind: z.literal('loss.report'),
    /** Last day of a temporary report; null: stays until undone or replaced. */
    lostUntil: calendarDay.nullable(),
    hotlineReference: z.string(),
  }),
  z.object({ kind: z.literal('loss.undo'), undoneAt: instant }),
  z.object({
    kind: z.literal('payment.create'),
    /** Text of the QR code. */
    qr: z.string(),
    amountFen: z.number().int(),
    expiresAt: instant,
  }),
  z.object({ kind: z.literal('payment.cancel') }),
  z.object({ kind: z.literal('payment.refund'), refundedFen: z.number().int() }),
  z.object({ kind: z.literal('card.request'), requestNumber: z.string(), readyBy: calendarDay }),
  z.object({ kind: z.literal('card.bind') }),
  z.object({ kind: z.literal('card.switch') }),
  z.object({ kind: z.literal('card.delivery'), readyBy: calendarDay.nullable() }),
  z.object({ kind: z.literal('certification.submit'), validUntil: calendarDay }),
  z.object({ kind: z.literal('contact.change') }),
  z.object({ kind: z.literal('audit.append'), upTo: z.number().int() }),
]);
export type OperationResult = z.infer<typeof operationResult>;

/** Answer of PUT and GET /v1/operations/{key} and of POST /v1/operations/{key}/void. */
export const operationOutcome = z.discriminatedUnion('state', [
  z.object({ state: z.literal('done'), result: operationResult }),
  z.object({ state: z.literal('refused'), code: z.enum(OPERATION_REFUSALS) }),
  /** The authority has it and has not decided: ask again, never send a second key. */
  z.object({ state: z.literal('in-progress') }),
  /** GET only: this key was never received. It may still be on its way: to be sure, void it. */
  z.object({ state: z.literal('never-received') }),
  /** Voided before it was received: if it arrives later it has no effect. */
  z.object({ state: z.literal('void') }),
]);
export type OperationOutcome = z.infer<typeof operationOutcome>;
