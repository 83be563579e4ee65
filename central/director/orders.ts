import type { SignedStatement } from '../../src/contracts/configuration/keys.ts';
import {
  kioskOrder,
  MOST_ORDERS,
  ORDERS_GOOD_FOR_MS,
  type OrderResult,
  type OrdersPayload,
} from '../../src/contracts/configuration/orders.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Queries } from '../database/tables.ts';
import { instantNow } from '../moments.ts';
import type { CentreKey } from './centre-keys.ts';
import { signStatement } from './sign-statement.ts';

/** Whoever gave orders and waits for what became of them. */
export interface OrderDesk {
  /** Told once for each order, in the commit that keeps the result. */
  answered(q: Queries, kioskId: string, result: OrderResult): Promise<void>;
}

/** Orders this kiosk has not answered, oldest first, signed for it alone; null: none. */
export async function openOrders(
  q: Queries,
  clock: Clock,
  director: CentreKey,
  kioskId: string,
): Promise<SignedStatement | null> {
  const rows = await q
    .selectFrom('kiosk_order')
    .select('body')
    .where('kiosk_id', '=', kioskId)
    .where('answered_at', 'is', null)
    .orderBy('ordered_at')
    .orderBy('order_id')
    .limit(MOST_ORDERS)
    .execute();
  if (rows.length === 0) return null;
  return signStatement(director, {
    type: 'yikatong-orders',
    kioskId,
    issuedAt: instantNow(clock),
    expiresAt: new Date(clock.now() + ORDERS_GOOD_FOR_MS).toISOString(),
    orders: rows.map(({ body }) => kioskOrder.parse(JSON.parse(body))),
  } satisfies OrdersPayload);
}

/** Keeps what became of orders. A result that comes again, or for another kiosk's order, changes nothing. */
export async function takeResults(
  q: Queries,
  clock: Clock,
  desk: OrderDesk,
  kioskId: string,
  results: readonly OrderResult[],
): Promise<void> {
  for (const result of results) {
    const { orderId, outcome, detail } = result;
    const kept = await q
      .updateTable('kiosk_order')
      .set({ outcome, detail, answered_at: instantNow(clock) })
      .where('order_id', '=', orderId)
      .where('kiosk_id', '=', kioskId)
      .where('answered_at', 'is', null)
      .executeTakeFirst();
    if (Number(kept.numUpdatedRows) === 1) await desk.answered(q, kioskId, result);
  }
}
