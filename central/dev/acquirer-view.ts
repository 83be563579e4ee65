import { z } from 'zod';
import type { Queries } from '../database/tables.ts';
import { sumOf } from '../payments/acquirer-books.ts';
import type { AcquirerCounter } from '../payments/reference-acquirer.ts';

export const acquirerView = z.object({
  orders: z.array(
    z.object({
      id: z.string(),
      qr: z.string(),
      amountFen: z.number().int(),
      state: z.enum(['open', 'paid', 'expired', 'closed']),
      expiresAt: z.string(),
      receivedFen: z.number().int(),
      refundedFen: z.number().int(),
      /** Key of the payment.create; null where the service has no such order. */
      key: z.string().nullable(),
      receiptReference: z.string().nullable(),
    }),
  ),
});
export type AcquirerView = z.infer<typeof acquirerView>;

export const movementsView = z.object({
  movements: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      direction: z.enum(['in', 'out']),
      amountFen: z.number().int(),
      /** Why it went back; null for a payment. */
      reason: z.string().nullable(),
      recordedAt: z.string(),
    }),
  ),
});
export type MovementsView = z.infer<typeof movementsView>;

/** The service's own list of movements, oldest first: what must agree with the acquirer's books. */
export async function viewMovements(queries: Queries): Promise<MovementsView> {
  const movements = await queries
    .selectFrom('payment_movement')
    .leftJoin('payment_refund', 'payment_refund.refund_id', 'payment_movement.movement_id')
    .selectAll('payment_movement')
    .select('payment_refund.reason')
    .orderBy('payment_movement.recorded_at')
    .orderBy('payment_movement.movement_id')
    .execute();
  return {
    movements: movements.map((one) => ({
      id: one.movement_id,
      key: one.order_key,
      direction: one.direction,
      amountFen: one.amount_fen,
      reason: one.reason,
      recordedAt: one.recorded_at,
    })),
  };
}

/** Every order the acquirer has, newest first, with whose order it is here. */
export async function viewAcquirer(queries: Queries, acquirer: AcquirerCounter): Promise<AcquirerView> {
  const orders = await queries
    .selectFrom('acquirer_order')
    .leftJoin('payment_order', 'payment_order.order_id', 'acquirer_order.order_id')
    .selectAll('acquirer_order')
    .select(['payment_order.order_key', 'payment_order.receipt_reference'])
    .orderBy('payment_order.created_at', 'desc')
    .orderBy('acquirer_order.order_id')
    .execute();
  const movements = await queries.selectFrom('acquirer_movement').selectAll().execute();
  return {
    orders: orders.map((order) => {
      const own = movements.filter((one) => one.order_id === order.order_id);
      return {
        id: order.order_id,
        qr: acquirer.qrOf(order.order_id),
        amountFen: order.amount_fen,
        state: acquirer.stateOf(order),
        expiresAt: order.expires_at,
        receivedFen: sumOf(own, 'in'),
        refundedFen: sumOf(own, 'out'),
        key: order.order_key,
        receiptReference: order.receipt_reference,
      };
    }),
  };
}
