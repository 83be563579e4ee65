import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { instantNow } from '../moments.ts';
import { decideLater } from '../operations/decide-later.ts';
import type { Acquirer } from './acquirer.ts';
import { granted, type Order, ownMoney, type Refund, refundsOf, undecided } from './orders.ts';
import type { Settled } from './settle-order.ts';

const setState = (queries: Queries, refundId: string, change: Partial<Refund>) =>
  queries.updateTable('payment_refund').set(change).where('refund_id', '=', refundId).execute();

/** Promises extra payments back, each once, whole, with its reason. */
export async function promiseBack(
  { clock }: Pick<Foundations, 'clock'>,
  queries: Queries,
  orderKey: string,
  extra: Settled['extra'],
): Promise<void> {
  for (const { paymentId, amountFen, reason } of extra) {
    await queries
      .insertInto('payment_refund')
      .values({
        refund_id: `auto-${paymentId}`,
        order_key: orderKey,
        amount_fen: amountFen,
        reason,
        automatic: 1,
        state: 'pending',
        created_at: instantNow(clock),
        accepted_at: null,
      })
      .onConflict((conflict) => conflict.column('refund_id').doNothing())
      .execute();
  }
}

/** Decides the refunds that were asked for while nobody knew whether the order was paid. */
export async function decideRefunds(queries: Queries, order: Order): Promise<void> {
  if (undecided(order)) return;
  for (const refund of await refundsOf(queries, order.order_key)) {
    if (refund.state !== 'undecided') continue;
    const left = ownMoney(order) - granted(await refundsOf(queries, order.order_key));
    if (refund.amount_fen > left) {
      await setState(queries, refund.refund_id, { state: 'declined' });
      await decideLater(queries, refund.refund_id, { state: 'refused', code: 'amount-too-large' });
    } else {
      await setState(queries, refund.refund_id, { state: 'pending' });
      await decideLater(queries, refund.refund_id, {
        state: 'done',
        result: { kind: 'payment.refund', refundedFen: refund.amount_fen },
      });
    }
  }
}

/** Takes every promised refund to the acquirer; what it does not accept now is offered again by the next sweep. */
export async function sendRefunds(
  { clock }: Pick<Foundations, 'clock'>,
  acquirer: Acquirer,
  queries: Queries,
  order: Order,
): Promise<void> {
  for (const refund of await refundsOf(queries, order.order_key)) {
    if (refund.state !== 'pending') continue;
    const { refund_id, amount_fen } = refund;
    const sent = { refundId: refund_id, orderId: order.order_id, amountFen: amount_fen };
    const taken = await acquirer.refund(queries, sent);
    if (!taken.ok || taken.value === 'refused') continue;
    const at = instantNow(clock);
    await setState(queries, refund_id, { state: 'accepted', accepted_at: at });
    await queries
      .insertInto('payment_movement')
      .values({
        movement_id: refund_id,
        order_key: order.order_key,
        direction: 'out',
        amount_fen,
        recorded_at: at,
      })
      .execute();
  }
}
