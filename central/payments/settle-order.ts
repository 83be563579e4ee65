import type { PaymentTables, RefundReason } from '../database/payment-tables.ts';
import type { AcquirerOrder, AcquirerPayment } from './acquirer.ts';

export type OrderState = PaymentTables['payment_order']['state'];

export interface Settled {
  readonly state: OrderState;
  /** Payments that are nobody's due: they go back whole, by themselves. */
  readonly extra: readonly (AcquirerPayment & { readonly reason: RefundReason })[];
}

const STATE_OF: Readonly<Record<AcquirerOrder['state'], OrderState>> = {
  open: 'open',
  paid: 'paid',
  expired: 'expired',
  closed: 'cancelled',
};

/**
 * What an order is, and which money goes back, from what the centre knew and what the acquirer says (INV-1). What
 * ended stays ended: an order cancelled here is not made good by money that came before the acquirer heard of it.
 */
export function settleOrder(known: OrderState, said: AcquirerOrder): Settled {
  const state = known === 'asked' || known === 'open' ? STATE_OF[said.state] : known;
  const kept = state === 'paid' ? 1 : 0;
  const reason = state === 'paid' ? 'paid-twice' : 'paid-late';
  return { state, extra: said.payments.slice(kept).map((payment) => ({ ...payment, reason })) };
}
