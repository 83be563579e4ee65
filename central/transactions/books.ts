import type { Queries, Tables } from '../database/tables.ts';

/** Everything in the centre's books about one receipt reference. */
export interface Books {
  readonly operations: readonly Tables['operation'][];
  readonly orders: readonly Tables['payment_order'][];
  readonly movements: readonly Tables['payment_movement'][];
  readonly refunds: readonly Tables['payment_refund'][];
  readonly requests: readonly Tables['card_request'][];
  readonly cardEvents: readonly (Tables['card_event'] & { readonly request_key: string | null })[];
  readonly records: readonly Tables['audit_record'][];
}

/** A kiosk's trail about one request is some dozens of records; a broken one is cut here. */
const MOST_RECORDS = 500;

/** Reads the books. Nobody's name, number or account is read out of them by the callers. */
export async function booksOf(q: Queries, reference: string): Promise<Books> {
  const operations = await q
    .selectFrom('operation')
    .selectAll()
    .where('receipt_reference', '=', reference)
    .orderBy('received_at')
    .orderBy('idempotency_key')
    .execute();
  const orders = await q
    .selectFrom('payment_order')
    .selectAll()
    .where('receipt_reference', '=', reference)
    .orderBy('created_at')
    .orderBy('order_key')
    .execute();
  const orderKeys = orders.map(({ order_key }) => order_key);
  const movements =
    orderKeys.length === 0
      ? []
      : await q.selectFrom('payment_movement').selectAll().where('order_key', 'in', orderKeys).execute();
  const refunds =
    orderKeys.length === 0
      ? []
      : await q.selectFrom('payment_refund').selectAll().where('order_key', 'in', orderKeys).execute();
  const requests = await q
    .selectFrom('card_request')
    .selectAll()
    .where('receipt_reference', '=', reference)
    .orderBy('accepted_at')
    .orderBy('request_key')
    .execute();
  const serials = requests.map(({ card_serial }) => card_serial);
  const cardEvents =
    serials.length === 0
      ? []
      : await q
          .selectFrom('card_event')
          .innerJoin('card', 'card.card_serial', 'card_event.card_serial')
          .selectAll('card_event')
          .select('card.request_key')
          .where('card_event.card_serial', 'in', serials)
          .orderBy('card_event.sequence')
          .execute();
  return {
    operations,
    orders,
    movements,
    refunds,
    requests,
    cardEvents,
    records: await recordsOf(q, reference),
  };
}

/** Audit records that name the reference, and those that name only the transaction it belongs to. */
async function recordsOf(q: Queries, reference: string): Promise<Tables['audit_record'][]> {
  const named = await q
    .selectFrom('audit_record')
    .selectAll()
    .where('reference', '=', reference)
    .orderBy('at')
    .limit(MOST_RECORDS)
    .execute();
  const transactions = [...new Set(named.flatMap(({ transaction_id }) => transaction_id ?? []))];
  if (transactions.length === 0) return named;
  const others = await q
    .selectFrom('audit_record')
    .selectAll()
    .where('transaction_id', 'in', transactions)
    .where('reference', 'is', null)
    .orderBy('at')
    .limit(MOST_RECORDS)
    .execute();
  return [...named, ...others];
}
