import type { OrderResult } from '../../src/contracts/configuration/orders.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { recordAct } from '../console-api/operator-acts.ts';
import type { Queries, Tables } from '../database/tables.ts';
import { instantNow } from '../moments.ts';
import { refundIdOf } from './carry-out.ts';
import { choiceOf, findDecision } from './decision-rows.ts';
import { closeWork } from './work-items.ts';

type Decision = Tables['work_decision'];

/**
 * A decision has come to its end. Done: its item is closed, unless the question was only asked again, whose answer comes
 * with the kiosk's next heartbeats. Failed: the item is open again, and people decide anew.
 */
export async function conclude(
  q: Queries,
  clock: Clock,
  decision: Decision,
  end: { readonly state: 'done' | 'failed'; readonly result: string },
): Promise<void> {
  const { decision_id, item_id } = decision;
  const choice = choiceOf(decision);
  await q.updateTable('work_decision').set(end).where('decision_id', '=', decision_id).execute();
  const item = await q.selectFrom('work_item').selectAll().where('item_id', '=', item_id).executeTakeFirst();
  const ended = end.state === 'done' && choice !== 'ask-again';
  if (ended) await closeWork(q, [item_id], instantNow(clock));
  else {
    await q
      .updateTable('work_item')
      .set({ state: 'open' })
      .where('item_id', '=', item_id)
      .where('state', '=', 'decided')
      .execute();
  }
  // What the kiosk says next is carried over again, even if it says the same as before: nothing is hidden.
  if (item?.kiosk_id) {
    await q
      .updateTable('heartbeat')
      .set({ desk_digest: null })
      .where('kiosk_id', '=', item.kiosk_id)
      .execute();
  }
  const subject = item?.reference ?? item?.kiosk_id ?? null;
  const act = end.state === 'done' ? 'work-done' : 'work-failed';
  const detail = { item: item_id, decision: decision_id, choice, result: end.result };
  await recordAct(q, clock, { operatorId: 'system', act, subject, detail });
}

/** What the kiosk answered to an order: told once for each, in the commit that keeps the answer. */
export async function orderAnswered(
  q: Queries,
  clock: Clock,
  { orderId, outcome, detail }: OrderResult,
): Promise<void> {
  const order = await q
    .selectFrom('kiosk_order')
    .select('decision_id')
    .where('order_id', '=', orderId)
    .executeTakeFirst();
  const decision = await findDecision(q, order?.decision_id ?? '');
  if (decision?.state !== 'sent') return;
  const result = detail ?? outcome;
  await conclude(q, clock, decision, { state: outcome === 'done' ? 'done' : 'failed', result });
}

/** Refunds that the acquirer has taken, or that turned out to be nobody's due. Answers whether any was concluded. */
export async function concludeRefunds(q: Queries, clock: Clock): Promise<boolean> {
  const sent = await q
    .selectFrom('work_decision')
    .selectAll()
    .where('state', '=', 'sent')
    .where('choice', 'in', ['refund', 'refund-again'])
    .execute();
  let any = false;
  for (const decision of sent) {
    const refund = await q
      .selectFrom('payment_refund')
      .select('state')
      .where('refund_id', '=', refundIdOf(decision))
      .executeTakeFirst();
    if (refund?.state === 'accepted')
      await conclude(q, clock, decision, { state: 'done', result: 'accepted' });
    else if (refund?.state === 'declined') {
      await conclude(q, clock, decision, { state: 'failed', result: 'declined' });
    } else continue;
    any = true;
  }
  return any;
}

/** Orders to kiosks that were revoked or given up since: nobody will answer them. Answers whether there were any. */
export async function concludeForGone(q: Queries, clock: Clock): Promise<boolean> {
  const orders = await q
    .selectFrom('kiosk_order')
    .innerJoin('kiosk', 'kiosk.kiosk_id', 'kiosk_order.kiosk_id')
    .leftJoin('decommission', 'decommission.kiosk_id', 'kiosk_order.kiosk_id')
    .select('order_id')
    .where('answered_at', 'is', null)
    .where((is) => is.or([is('kiosk.revoked_at', 'is not', null), is('decommission.at', 'is not', null)]))
    .execute();
  for (const { order_id: orderId } of orders) {
    const answer = { outcome: 'not-possible' as const, detail: 'kiosk-gone' };
    await q
      .updateTable('kiosk_order')
      .set({ ...answer, answered_at: instantNow(clock) })
      .where('order_id', '=', orderId)
      .execute();
    await orderAnswered(q, clock, { orderId, ...answer });
  }
  return orders.length > 0;
}
