import type { PaymentStatusAnswer } from '../../src/contracts/central/queries.ts';
import { type Order, ownMoney, type Refund, undecided } from './orders.ts';

const accepted = (refunds: readonly Refund[], automatic: 0 | 1): number =>
  refunds
    .filter((refund) => refund.state === 'accepted' && refund.automatic === automatic)
    .reduce((sum, refund) => sum + refund.amount_fen, 0);

const late = (refunds: readonly Refund[]): number =>
  refunds.filter((refund) => refund.automatic === 1).reduce((sum, refund) => sum + refund.amount_fen, 0);

/**
 * What a kiosk is told of an order. Of a paid one: its own money, once, and what of that went back. Of one that ended
 * unpaid: money that came all the same, and what of it went back. `unknown` only while it matters.
 */
export function paymentStatus(
  order: Order,
  answered: boolean,
  refunds: readonly Refund[],
): PaymentStatusAnswer {
  const { state } = order;
  if (state === 'asked' || (undecided(order) && !answered)) {
    return { state: 'unknown', paidFen: 0, refundedFen: 0 };
  }
  if (state === 'paid') return { state, paidFen: ownMoney(order), refundedFen: accepted(refunds, 0) };
  return { state, paidFen: late(refunds), refundedFen: accepted(refunds, 1) };
}
