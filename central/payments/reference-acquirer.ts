import { err, ok, type Result } from '../../src/result.ts';
import type { Queries, Tables } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import type { Acquirer, AcquirerOrder, Unanswered } from './acquirer.ts';
import { acquirerBooks, sumOf } from './acquirer-books.ts';

/** How the acquirer behaves; anything but `normal` exists for tests and the dev dock. */
export const ACQUIRER_MODES = [
  'normal',
  /** Hears nothing and answers nothing. */
  'mute',
  /** Does what it is asked; its answer comes when nobody waits for it any more. */
  'slow',
  /** Puts every refund off. */
  'refuses-refunds',
] as const;
export type AcquirerMode = (typeof ACQUIRER_MODES)[number];

/** What the payer's side does; development alone reaches it. False where there is no such order. */
export interface AcquirerCounter {
  mode(): AcquirerMode;
  setMode(mode: AcquirerMode): void;
  qrOf(orderId: string): string;
  stateOf(order: Tables['acquirer_order']): AcquirerOrder['state'];
  /** Takes the money whatever state the order is in: late and second payments happen. */
  pay(queries: Queries, orderId: string, times?: 1 | 2): Promise<boolean>;
  /** The payer's bank says no: the order is closed. */
  refuse(queries: Queries, orderId: string): Promise<boolean>;
  /** Ends the order's time now. */
  expire(queries: Queries, orderId: string): Promise<boolean>;
}

/** A scheme nobody has registered: no real wallet opens it. */
const qrOf = (orderId: string): string => `yktpay://order/${orderId}`;

/** An acquirer over the service's own tables: nobody's money moves. */
export function referenceAcquirer({ clock }: Pick<Foundations, 'clock'>): Acquirer & AcquirerCounter {
  const books = acquirerBooks({ clock });
  let mode: AcquirerMode = 'normal';

  /** Lets the mode come between: before the act (`mute`) or between act and answer (`slow`). */
  async function answering<T>(act: () => Promise<T>): Promise<Result<T, Unanswered>> {
    if (mode === 'mute') return err('unanswered');
    const answer = await act();
    return mode === 'slow' ? err('unanswered') : ok(answer);
  }

  async function refundOnce(
    queries: Queries,
    refund: Parameters<Acquirer['refund']>[1],
  ): Promise<'accepted' | 'refused'> {
    const movements = await books.movementsOf(queries, refund.orderId);
    if (movements.some((one) => one.movement_id === refund.refundId)) return 'accepted';
    const left = sumOf(movements, 'in') - sumOf(movements, 'out');
    if (mode === 'refuses-refunds' || refund.amountFen > left) return 'refused';
    await books.move(queries, refund.orderId, 'out', refund.amountFen, refund.refundId);
    return 'accepted';
  }

  return {
    create: (queries, { orderId, amountFen, expiresAt }) =>
      answering(async () => {
        await queries
          .insertInto('acquirer_order')
          .values({ order_id: orderId, amount_fen: amountFen, expires_at: expiresAt, state: 'open' })
          .onConflict((conflict) => conflict.column('order_id').doNothing())
          .execute();
        return qrOf(orderId);
      }),
    query: (queries, orderId) =>
      answering(async () => {
        const order = await books.find(queries, orderId);
        if (!order) return null;
        const movements = await books.movementsOf(queries, orderId);
        return {
          state: books.stateOf(order),
          payments: movements
            .filter((one) => one.direction === 'in')
            .map((one) => ({ paymentId: one.movement_id, amountFen: one.amount_fen })),
        };
      }),
    close: (queries, orderId) =>
      answering(async () => {
        const order = await books.find(queries, orderId);
        if (order && books.stateOf(order) === 'open') await books.setState(queries, orderId, 'closed');
      }),
    refund: (queries, refund) => answering(() => refundOnce(queries, refund)),
    qrOf,
    stateOf: books.stateOf,
    mode: () => mode,
    setMode: (wanted) => {
      mode = wanted;
    },
    pay: async (queries, orderId, times = 1) => {
      const order = await books.find(queries, orderId);
      if (!order) return false;
      if (books.stateOf(order) === 'open') await books.setState(queries, orderId, 'paid');
      for (let time = 0; time < times; time += 1) {
        await books.move(queries, orderId, 'in', order.amount_fen);
      }
      return true;
    },
    refuse: async (queries, orderId) => {
      const order = await books.find(queries, orderId);
      if (order && books.stateOf(order) === 'open') await books.setState(queries, orderId, 'closed');
      return order !== undefined;
    },
    expire: async (queries, orderId) => {
      const ended = await queries
        .updateTable('acquirer_order')
        .set({ expires_at: new Date(clock.now()).toISOString() })
        .where('order_id', '=', orderId)
        .executeTakeFirst();
      return ended.numUpdatedRows === 1n;
    },
  };
}
