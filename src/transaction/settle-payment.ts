import type { PaymentStatusAnswer } from '../contracts/central/queries.ts';
import { unreachable } from '../result.ts';
import type { PaymentEntryEnd } from './request-entries.ts';
import { isPending, type RequestState } from './request-state.ts';
import type { RequestFacts, RequestStep } from './request-step.ts';

/**
 * Row 3: what became of the order; null where that is known or none was begun. Asking never charges, an order is
 * cancelled once, and a second one is never made (INV-1). An order whose QR code was shown may have been paid: where
 * the centre no longer knows it (its books were restored), nobody may call it unpaid, and a person looks.
 */
export function settlePayment({ pay, cancel }: RequestState, facts: RequestFacts): RequestStep | null {
  if (pay === null || (pay.end !== null && pay.end.result !== 'open')) return null;
  const { key } = pay;
  const ask: RequestStep = { kind: 'ask-payment', order: key };
  const record = (detail: PaymentEntryEnd): RequestStep => ({
    kind: 'record',
    entry: { kind: 'outcome', act: 'pay', key, detail },
  });
  const seenOpen = pay.end !== null || cancel.stage !== 'not-begun';
  if (!seenOpen && facts.authority.get(key)?.state === 'refused') {
    return record({ result: 'not-paid', why: 'refused' });
  }
  if (facts.payment === null) return ask;
  switch (facts.payment.state) {
    case 'none': {
      if (seenOpen) return { kind: 'hand-to-technician', fault: 'order-forgotten' };
      const heard = facts.authority.get(key)?.state;
      if (heard === 'void') return record({ result: 'not-paid', why: 'none' });
      // It may still be on its way: voided, it has no effect when it arrives.
      return heard === undefined || heard === 'never-received' ? { kind: 'void-at-authority', key } : ask;
    }
    case 'open':
      if (cancel.stage === 'not-begun') return { kind: 'cancel-order', order: key };
      return isPending(cancel) && !facts.undeliverable.has(cancel.key)
        ? { kind: 'wait-for-outbox', key: cancel.key }
        : ask;
    default: {
      const end = paymentEndOf(facts.payment);
      return end === null ? ask : record(end);
    }
  }
}

/** What an acquirer's answer means for the journal; null while it may still change. */
export function paymentEndOf({
  state,
  paidFen,
  refundedFen,
}: PaymentStatusAnswer): Exclude<PaymentEntryEnd, { result: 'open' }> | null {
  switch (state) {
    case 'paid': {
      const left = paidFen - refundedFen;
      return left > 0 ? { result: 'paid', paidFen: left } : { result: 'not-paid', why: 'cancelled' };
    }
    case 'expired':
    case 'cancelled':
      return { result: 'not-paid', why: state };
    case 'none':
    case 'open':
    case 'unknown':
      return null;
    default:
      return unreachable(state);
  }
}
