import { inTransaction } from '../database/in-transaction.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { instantIn, instantNow } from '../moments.ts';
import { owedOfOrder } from './paid-orders.ts';
import { closeWork, raiseWork, waitingWork } from './work-items.ts';

/** Kiosks settle by themselves, and one that was cut off for a night too. */
const GIVEN_SECONDS = 24 * 60 * 60;
const ORDERS_AT_ONCE = 200;
const CURSOR = 'paid-orders';

/**
 * INV-1: puts on the list what was paid a day ago and neither delivered nor given back, and refunds that were declined;
 * takes off what was settled since. Each order is looked at once when its day is over, each open item at every sweep.
 * Answers whether the list changed.
 */
export async function sweepMoney({
  queries,
  clock,
}: Pick<Foundations, 'queries' | 'clock'>): Promise<boolean> {
  const [raised, declined, closed] = await inTransaction(queries, async (q) => {
    const at = instantNow(clock);
    return [
      await lookAtPaidOrders(q, at, instantIn(clock, -GIVEN_SECONDS)),
      await lookAtDeclinedRefunds(q),
      await closeSettled(q, at),
    ];
  });
  return raised || declined || closed;
}

async function lookAtPaidOrders(q: Queries, at: string, until: string): Promise<boolean> {
  const cursor = await q
    .selectFrom('desk_cursor')
    .select('up_to')
    .where('subject', '=', CURSOR)
    .executeTakeFirst();
  const after = cursor?.up_to ?? '';
  const orders = await q
    .selectFrom('payment_order')
    .select(['order_key', 'receipt_reference', 'ended_at'])
    .where('state', '=', 'paid')
    .where('ended_at', '>', after)
    .where('ended_at', '<=', until)
    .orderBy('ended_at')
    .limit(ORDERS_AT_ONCE)
    .execute();
  const last = orders.at(-1)?.ended_at;
  if (last === undefined || last === null) return false;
  // Those that ended in the same millisecond as the last one of a full page belong to it.
  const same =
    orders.length < ORDERS_AT_ONCE
      ? []
      : await q
          .selectFrom('payment_order')
          .select(['order_key', 'receipt_reference', 'ended_at'])
          .where('state', '=', 'paid')
          .where('ended_at', '=', last)
          .execute();
  const all = new Map([...orders, ...same].map((order) => [order.order_key, order]));
  let raised = false;
  for (const { order_key, receipt_reference, ended_at } of all.values()) {
    const owed = await owedOfOrder(q, order_key);
    if (owed === null || owed.owedFen <= 0) continue;
    const work = {
      kind: 'paid-without-delivery' as const,
      kioskId: await kioskOf(q, order_key),
      reference: receipt_reference,
      key: order_key,
      code: 'not-delivered',
      facts: { paidFen: owed.paidFen, owedFen: owed.owedFen },
      money: true,
      since: ended_at ?? at,
    };
    const isNew = await raiseWork(q, work);
    raised ||= isNew;
  }
  await q
    .insertInto('desk_cursor')
    .values({ subject: CURSOR, up_to: last })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet({ up_to: last }))
    .execute();
  return raised;
}

/** The kiosk that asked for the order. */
async function kioskOf(q: Queries, orderKey: string): Promise<string | null> {
  const row = await q
    .selectFrom('operation')
    .select('kiosk_id')
    .where('idempotency_key', '=', orderKey)
    .executeTakeFirst();
  return row?.kiosk_id ?? null;
}

async function lookAtDeclinedRefunds(q: Queries): Promise<boolean> {
  const declined = await q
    .selectFrom('payment_refund')
    .innerJoin('payment_order', 'payment_order.order_key', 'payment_refund.order_key')
    .leftJoin('work_item', (join) =>
      join
        .onRef('work_item.idempotency_key', '=', 'payment_refund.refund_id')
        .on('work_item.kind', '=', 'refund-declined'),
    )
    .select([
      'payment_refund.refund_id',
      'payment_refund.order_key',
      'payment_refund.amount_fen',
      'payment_refund.reason',
      'payment_refund.created_at',
      'payment_order.receipt_reference',
    ])
    .where('payment_refund.state', '=', 'declined')
    .where('work_item.item_id', 'is', null)
    .limit(ORDERS_AT_ONCE)
    .execute();
  for (const refund of declined) {
    const work = {
      kind: 'refund-declined' as const,
      kioskId: await kioskOf(q, refund.order_key),
      reference: refund.receipt_reference,
      key: refund.refund_id,
      code: refund.reason,
      facts: { amountFen: refund.amount_fen },
      money: true,
      since: refund.created_at,
    };
    await raiseWork(q, work);
  }
  return declined.length > 0;
}

/** Delivered late, or given back by the kiosk itself: nobody has to decide any more. */
async function closeSettled(q: Queries, at: string): Promise<boolean> {
  const over: string[] = [];
  for (const { item_id, idempotency_key, state } of await waitingWork(q, ['paid-without-delivery'])) {
    if (state === 'decided') continue;
    const owed = await owedOfOrder(q, idempotency_key ?? '');
    if (owed === null || owed.owedFen <= 0) over.push(item_id);
  }
  await closeWork(q, over, at);
  return over.length > 0;
}
