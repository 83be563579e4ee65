import type { AuditEventId } from '../../../src/contracts/audit.ts';
import type { OperationKind, OperationOutcome } from '../../../src/contracts/central/operations.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import { makeReceiptReference } from '../../../src/receipt/receipt-reference.ts';
import type { Queries } from '../../database/tables.ts';
import { instantIn } from '../../moments.ts';
import { sha256 } from '../../secrets.ts';
import { chanceOf } from './chance.ts';
import type { MadeUpKiosk } from './halls.ts';

const HOUR = 3_600;
const REPORTED: OperationOutcome = {
  state: 'done',
  result: { kind: 'loss.report', lostUntil: null, hotlineReference: 'H-MADE-UP' },
};
const REFUSED: OperationOutcome = { state: 'refused', code: 'card-not-normal' };

export interface PaidRequest {
  /** In fen. */
  readonly paid: number;
  readonly hoursAgo: number;
  /** The loss report took effect. */
  readonly delivered: boolean;
  readonly refund: 'declined' | null;
}

/** A loss report that somebody paid for at a kiosk, in every book that a real one leaves a line in. Answers its reference. */
export async function paidRequest(
  q: Queries,
  clock: Clock,
  { kioskId }: MadeUpKiosk,
  { paid, hoursAgo, delivered, refund }: PaidRequest,
): Promise<string> {
  const chance = chanceOf(`paid ${kioskId}`);
  const reference = makeReceiptReference({ bytes: chance.bytes });
  const transaction = `made-up-${kioskId}`;
  const order = `order-${kioskId}`;
  const at = (seconds: number): string => instantIn(clock, seconds - hoursAgo * HOUR);
  let sequence = 9_000;

  const record = (seconds: number, event: AuditEventId, detail: Record<string, string | number>) => {
    sequence += 1;
    return {
      ...{ kiosk_id: kioskId, sequence, at: at(seconds), event, transaction_id: transaction, reference },
      detail: JSON.stringify({ reference, transaction, ...detail }),
      hash: sha256(`${kioskId} ${sequence}`),
    };
  };
  const operation = (seconds: number, kind: OperationKind, key: string, outcome: OperationOutcome) => ({
    ...{ idempotency_key: key, kiosk_id: kioskId, kind, body_digest: sha256(key) },
    ...{ receipt_reference: reference, state: outcome.state, outcome: JSON.stringify(outcome) },
    received_at: at(seconds),
  });

  await q
    .insertInto('audit_record')
    .values([
      record(0, 'request-opened', { service: 'loss', fen: paid }),
      record(2, 'payment-order-created', {}),
      record(41, 'payment-ended', { outcome: 'paid', fen: paid }),
      record(
        45,
        'loss-reported',
        delivered ? { outcome: 'done' } : { outcome: 'refused', code: 'card-not-normal' },
      ),
      record(58, 'request-ended', { service: 'loss', end: delivered ? 'done' : 'refused' }),
    ])
    .execute();
  await q
    .insertInto('operation')
    .values([
      operation(1, 'payment.create', order, {
        state: 'done',
        result: { kind: 'payment.create', qr: 'made-up', amountFen: paid, expiresAt: at(300) },
      }),
      operation(44, 'loss.report', `loss-${kioskId}`, delivered ? REPORTED : REFUSED),
    ])
    .execute();
  await q
    .insertInto('payment_order')
    .values({
      order_key: order,
      order_id: order,
      receipt_reference: reference,
      social_security_number: 'made-up',
      items: JSON.stringify([{ what: 'loss', fen: paid }]),
      amount_fen: paid,
      qr: null,
      ...{ created_at: at(1), expires_at: at(300), ended_at: at(40), look_at: null, state: 'paid' },
    })
    .execute();
  await q
    .insertInto('payment_movement')
    .values({
      movement_id: `in-${kioskId}`,
      order_key: order,
      direction: 'in',
      amount_fen: paid,
      recorded_at: at(40),
    })
    .execute();
  if (refund !== null)
    await q
      .insertInto('payment_refund')
      .values({
        ...{ refund_id: `refund-${kioskId}`, order_key: order, amount_fen: paid, automatic: 0 },
        ...{ reason: 'service-not-delivered', state: refund, created_at: at(90), accepted_at: null },
      })
      .execute();
  return reference;
}
