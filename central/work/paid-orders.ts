import { z } from 'zod';
import type { Queries } from '../database/tables.ts';
import { granted, ownMoney, refundsOf } from '../payments/orders.ts';

const items = z.array(z.object({ what: z.string(), fen: z.number() }));

/** Money of one order that is nobody's due: paid, not given back, and what it was paid for was not delivered. */
export interface OwedOfOrder {
  readonly reference: string;
  readonly owedFen: number;
  readonly paidFen: number;
}

/**
 * INV-1: what of a paid order belongs to the payer. The loss fee is earned by a loss report that took effect, the card
 * fee by a card the authority owes for this order. null where there is no such order.
 */
export async function owedOfOrder(q: Queries, orderKey: string): Promise<OwedOfOrder | null> {
  const order = await q
    .selectFrom('payment_order')
    .selectAll()
    .where('order_key', '=', orderKey)
    .executeTakeFirst();
  if (!order) return null;
  const reference = order.receipt_reference;
  const reported = await q
    .selectFrom('operation')
    .select('idempotency_key')
    .where('receipt_reference', '=', reference)
    .where('kind', '=', 'loss.report')
    .where('state', '=', 'done')
    .executeTakeFirst();
  const owedCard = await q
    .selectFrom('card_request')
    .select('request_key')
    .where('order_key', '=', orderKey)
    .executeTakeFirst();
  const earned = items
    .parse(JSON.parse(order.items))
    .filter(({ what }) => (what === 'loss' ? reported !== undefined : owedCard !== undefined))
    .reduce((sum, { fen }) => sum + fen, 0);
  const paidFen = ownMoney(order);
  const back = granted(await refundsOf(q, orderKey));
  return { reference, paidFen, owedFen: Math.max(0, paidFen - earned - back) };
}
