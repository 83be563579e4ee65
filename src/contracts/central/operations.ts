import { z } from 'zod';
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

/** Audit records of one kiosk, in order; a repeated sequence number is ignored. */
export const auditAppend = z.object({
  kind: z.literal('audit.append'),
  records: z.array(auditRecord).min(1).max(500),
});

export const operation = z.discriminatedUnion('kind', [applicationSubmit, cardActivate, auditAppend]);
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
  ...PIN_REFUSALS,
] as const;
export type OperationRefusal = (typeof OPERATION_REFUSALS)[number];

export const operationResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('application.submit'), applicationNumber: z.string(), readyBy: calendarDay }),
  z.object({ kind: z.literal('card.activate'), activatedAt: instant }),
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
