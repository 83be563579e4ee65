import { operationOutcome } from '../../src/contracts/central/operations.ts';
import type { TimelineEntry, TransactionPlace } from '../../src/contracts/console/transactions.ts';
import type { Tables } from '../database/tables.ts';
import type { Books } from './books.ts';

type Detail = TimelineEntry['detail'];

const BANK_KINDS = new Set(['card.activate']);

/** Refusal code of an operation; the result itself may hold what is nobody's business here. */
function codeOf({ outcome }: Pick<Tables['operation'], 'outcome'>): string | null {
  const read = operationOutcome.safeParse(JSON.parse(outcome));
  return read.success && read.data.state === 'refused' ? read.data.code : null;
}

/** Where an operation is decided. */
function decidedAt(kind: string | null): TransactionPlace {
  if (kind === null) return 'centre';
  if (kind.startsWith('payment.')) return 'acquirer';
  return BANK_KINDS.has(kind) ? 'bank' : 'authority';
}

const ofOperation = (row: Tables['operation']): TimelineEntry => ({
  at: row.received_at,
  where: decidedAt(row.kind),
  what: row.kind ?? 'voided',
  state: row.state,
  detail: { code: codeOf(row), key: row.idempotency_key },
  kioskId: row.kiosk_id,
});

function ofOrder(row: Tables['payment_order']): TimelineEntry[] {
  const detail: Detail = { amountFen: row.amount_fen, order: row.order_key };
  const made = { where: 'centre' as const, what: 'payment-order', detail, kioskId: null };
  const ended = row.ended_at === null ? [] : [{ ...made, at: row.ended_at, state: row.state }];
  return [{ ...made, at: row.created_at, state: 'created' }, ...ended];
}

const ofMovement = (row: Tables['payment_movement']): TimelineEntry => ({
  at: row.recorded_at,
  where: 'acquirer',
  what: 'payment-movement',
  state: row.direction,
  detail: { amountFen: row.amount_fen, order: row.order_key },
  kioskId: null,
});

const ofRefund = (row: Tables['payment_refund']): TimelineEntry => ({
  at: row.created_at,
  where: 'centre',
  what: 'refund',
  state: row.state,
  detail: { amountFen: row.amount_fen, reason: row.reason, automatic: row.automatic === 1 },
  kioskId: null,
});

const ofRequest = (row: Tables['card_request']): TimelineEntry => ({
  at: row.accepted_at,
  where: 'authority',
  what: 'card-request',
  state: row.state,
  detail: {
    purpose: row.purpose,
    step: row.step,
    failure: row.failure,
    issue: row.issue,
    readyBy: row.ready_by,
    outlet: row.collection_outlet,
  },
  kioskId: row.kiosk_id,
});

const ofCardEvent = (row: Tables['card_event']): TimelineEntry => ({
  at: row.at,
  where: 'authority',
  what: 'card-event',
  state: row.to_state,
  detail: { event: row.event, from: row.from_state, reason: row.reason },
  kioskId: null,
});

/** Events about what waits to be sent; everything else of a trail happened at the kiosk itself. */
const OF_QUEUE = new Set(['operation-sent', 'dead-letter', 'operation-forgotten']);

function ofRecord(row: Tables['audit_record']): TimelineEntry {
  // Codes, counts and references only: the closed catalogue has no field for anything else.
  const detail = JSON.parse(row.detail) as Detail;
  const state = [detail.outcome, detail.disposition, detail.decision].find((one) => typeof one === 'string');
  return {
    at: row.at,
    where: OF_QUEUE.has(row.event) ? 'queue' : 'kiosk',
    what: row.event,
    state: typeof state === 'string' ? state : 'recorded',
    detail,
    kioskId: row.kiosk_id,
  };
}

/** Everything that happened, wherever it did, in the order of the clocks that wrote it down. */
export function timelineOf(books: Books): TimelineEntry[] {
  const all = [
    ...books.records.map(ofRecord),
    ...books.operations.map(ofOperation),
    ...books.orders.flatMap(ofOrder),
    ...books.movements.map(ofMovement),
    ...books.refunds.map(ofRefund),
    ...books.requests.map(ofRequest),
    ...books.cardEvents.map(ofCardEvent),
  ];
  return all.sort((left, right) => left.at.localeCompare(right.at));
}
