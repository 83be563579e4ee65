import type { Queries, Tables } from '../database/tables.ts';

export type Order = Tables['payment_order'];
export type Refund = Tables['payment_refund'];

export const findOrder = (queries: Queries, orderKey: string): Promise<Order | undefined> =>
  queries.selectFrom('payment_order').selectAll().where('order_key', '=', orderKey).executeTakeFirst();

export const refundsOf = (queries: Queries, orderKey: string): Promise<Refund[]> =>
  queries
    .selectFrom('payment_refund')
    .selectAll()
    .where('order_key', '=', orderKey)
    .orderBy('created_at')
    .orderBy('refund_id')
    .execute();

export async function changeOrder(
  queries: Queries,
  orderKey: string,
  change: Partial<Omit<Order, 'order_key'>>,
): Promise<void> {
  await queries.updateTable('payment_order').set(change).where('order_key', '=', orderKey).execute();
}

/** Whether the acquirer's word is still needed to know what the order is. */
export const undecided = ({ state }: Order): boolean => state === 'asked' || state === 'open';

/** What was paid for the order itself, in time and once; extra money goes back by itself and never counts. */
export const ownMoney = (order: Order): number => (order.state === 'paid' ? order.amount_fen : 0);

/** Asked for and granted, whether or not the acquirer took it yet. */
export const granted = (refunds: readonly Refund[]): number =>
  refunds
    .filter((refund) => refund.automatic === 0 && (refund.state === 'pending' || refund.state === 'accepted'))
    .reduce((sum, refund) => sum + refund.amount_fen, 0);
