import { z } from 'zod';
import { auditRecord } from '../audit.ts';
import { calendarDay, instant } from '../fields.ts';
import { cardActivate } from './activation.ts';
import { applicationSubmit } from './application.ts';
import { cardBind, cardDelivery, cardRequest, cardSwitch } from './card-request.ts';
import { certificationSubmit } from './certification.ts';
import { contactChange } from './contact-data.ts';
import { lossReport, lossUndo } from './loss.ts';
import { paymentCancel, paymentCreate, paymentRefund } from './payment.ts';
import { OPERATION_REFUSALS } from './refusals.ts';

export { type CardActivate, cardActivate } from './activation.ts';
export { type ApplicationSubmit, applicationSubmit } from './application.ts';
export {
  type CardBind,
  type CardDelivery,
  type CardRequest,
  type CardSwitch,
  cardBind,
  cardDelivery,
  cardRequest,
  cardSwitch,
} from './card-request.ts';
export { type CertificationSubmit, certificationSubmit } from './certification.ts';
export { type ContactChange, contactChange } from './contact-data.ts';
export { type LossReport, type LossUndo, lossReport, lossUndo } from './loss.ts';
export {
  type PaymentCancel,
  type PaymentCreate,
  type PaymentRefund,
  paymentCancel,
  paymentCreate,
  paymentRefund,
} from './payment.ts';
export { OPERATION_REFUSALS, type OperationRefusal } from './refusals.ts';

/** Audit records of one kiosk, in order; a repeated sequence number is ignored. */
export const auditAppend = z.object({
  kind: z.literal('audit.append'),
  /**
   * The last record that the centre had acknowledged. A centre that no longer has it takes nothing in (409
   * `audit-records-missing`): the next heartbeat tells the kiosk from where to send again.
   */
  after: z.number().int().nonnegative().optional(),
  records: z.array(auditRecord).min(1).max(500),
});

/**
 * Acts with an effect. PUT /v1/operations/{key}: the same key is carried out once, however often it arrives;
 * the same key with another body is refused with 409 `key-reused`. Keys are kept as long as the operation (INV-4).
 */
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
