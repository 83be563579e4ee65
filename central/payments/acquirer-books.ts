import type { Queries, Tables } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { instantNow } from '../moments.ts';
import type { AcquirerOrder } from './acquirer.ts';

type Order = Tables['acquirer_order'];
export type AcquirerMovement = Tables['acquirer_movement'];

/** The reference acquirer's books: orders, and every payment and refund in the order they came. */
export function acquirerBooks({ clock }: Pick<Foundations, 'clock'>) {
  const movementsOf = (queries: Queries, orderId: string): Promise<AcquirerMovement[]> =>
    queries
      .selectFrom('acquirer_movement')
      .selectAll()
      .where('order_id', '=', orderId)
      .orderBy('sequence')
      .execute();

  return {
    movementsOf,
    find: (queries: Queries, orderId: string): Promise<Order | undefined> =>
      queries.selectFrom('acquirer_order').selectAll().where('order_id', '=', orderId).executeTakeFirst(),
    /** An open order is expired from the moment named in it. */
    stateOf: ({ state, expires_at }: Order): AcquirerOrder['state'] =>
      state === 'open' && expires_at <= instantNow(clock) ? 'expired' : state,
    setState: async (queries: Queries, orderId: string, state: Order['state']): Promise<void> => {
      await queries.updateTable('acquirer_order').set({ state }).where('order_id', '=', orderId).execute();
    },
    /** Adds one line to the order's account. */
    move: async (
      queries: Queries,
      orderId: string,
      direction: AcquirerMovement['direction'],
      amount_fen: number,
      movementId: string | null = null,
    ): Promise<void> => {
      const sequence = (await movementsOf(queries, orderId)).length + 1;
      await queries
        .insertInto('acquirer_movement')
        .values({
          movement_id: movementId ?? `${orderId}-${sequence}`,
          order_id: orderId,
          sequence,
          direction,
          amount_fen,
          moved_at: instantNow(clock),
        })
        .execute();
    },
  };
}

/** What came, or went back, in fen. */
export const sumOf = (
  movements: readonly { readonly direction: 'in' | 'out'; readonly amount_fen: number }[],
  direction: 'in' | 'out',
): number =>
  movements.filter((one) => one.direction === direction).reduce((sum, one) => sum + one.amount_fen, 0);
