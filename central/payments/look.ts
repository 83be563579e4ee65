import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { instantIn, instantNow } from '../moments.ts';
import { decideLater } from '../operations/decide-later.ts';
import type { Acquirer, AcquirerOrder } from './acquirer.ts';
import { changeOrder, findOrder, type Order, refundsOf, undecided } from './orders.ts';
import { decideRefunds, promiseBack, sendRefunds } from './refunds.ts';
import { settleOrder } from './settle-order.ts';

/** Money may come after an order has ended: it is asked about ever more rarely, and for so long. */
const LATE_MONEY_SECONDS = 7 * 24 * 60 * 60;
const RAREST_LOOK_SECONDS = 6 * 60 * 60;

/** An order that has not ended is looked at by every sweep; one that has, after as long again as it is over. */
function nextLook(clock: Foundations['clock'], endedAt: string | null): string | null {
  if (endedAt === null) return instantNow(clock);
  const over = Math.max(1, (clock.now() - Date.parse(endedAt)) / 1000);
  return over > LATE_MONEY_SECONDS ? null : instantIn(clock, Math.min(over, RAREST_LOOK_SECONDS));
}

/** Says what became of a payment.create that was answered `in-progress`. */
async function tellCreated(queries: Queries, order: Order, qr: string): Promise<void> {
  await decideLater(queries, order.order_key, {
    state: 'done',
    result: { kind: 'payment.create', qr, amountFen: order.amount_fen, expiresAt: order.expires_at },
  });
}

async function recordPayments(
  { clock }: Pick<Foundations, 'clock'>,
  queries: Queries,
  order: Order,
  said: AcquirerOrder,
): Promise<void> {
  for (const { paymentId, amountFen } of said.payments) {
    await queries
      .insertInto('payment_movement')
      .values({
        movement_id: paymentId,
        order_key: order.order_key,
        direction: 'in',
        amount_fen: amountFen,
        recorded_at: instantNow(clock),
      })
      .onConflict((conflict) => conflict.column('movement_id').doNothing())
      .execute();
  }
}

/**
 * Asks the acquirer about an order and does what follows from the answer: records what came, promises back what is
 * extra, decides what waited for it. Answers the order as it is now, and whether the acquirer spoke.
 */
export async function look(
  foundations: Pick<Foundations, 'clock'>,
  acquirer: Acquirer,
  queries: Queries,
  order: Order,
): Promise<{ readonly order: Order; readonly answered: boolean }> {
  const { clock } = foundations;
  const { order_key, order_id } = order;
  if (order.state === 'asked') {
    const qr = await acquirer.create(queries, {
      orderId: order_id,
      amountFen: order.amount_fen,
      expiresAt: order.expires_at,
    });
    if (!qr.ok) return { order, answered: false };
    await changeOrder(queries, order_key, { qr: qr.value });
    await tellCreated(queries, order, qr.value);
  }
  const said = await acquirer.query(queries, order_id);
  if (!said.ok) return { order, answered: false };
  if (said.value !== null) {
    // Cancelled here while the acquirer did not answer: now it hears of it.
    if (order.state === 'cancelled' && said.value.state === 'open') await acquirer.close(queries, order_id);
    await recordPayments(foundations, queries, order, said.value);
    const { state, extra } = settleOrder(order.state, said.value);
    const ended_at = order.ended_at ?? (undecided({ ...order, state }) ? null : instantNow(clock));
    if (state !== order.state || ended_at !== order.ended_at)
      await changeOrder(queries, order_key, { state, ended_at });
    await promiseBack(foundations, queries, order_key, extra);
  }
  const now = (await findOrder(queries, order_key)) ?? order;
  if ((await refundsOf(queries, order_key)).length > 0) {
    await decideRefunds(queries, now);
    await sendRefunds(foundations, acquirer, queries, now);
  }
  const look_at = nextLook(clock, now.ended_at);
  // While it is open it stays due from the moment it was made: nothing to write at every look.
  if (now.ended_at !== null || now.look_at === null) await changeOrder(queries, order_key, { look_at });
  return { order: now, answered: true };
}
