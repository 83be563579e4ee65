import type {
  Operation,
  OperationOutcome,
  OperationRefusal,
} from '../../../src/contracts/central/operations.ts';
import type { PaymentStatusAnswer } from '../../../src/contracts/central/queries.ts';

const SOON = '2026-02-16' as never;
const refused = (code: OperationRefusal): OperationOutcome => ({ state: 'refused', code });
const done = (result: Extract<OperationOutcome, { state: 'done' }>['result']): OperationOutcome => ({
  state: 'done',
  result,
});

interface Order {
  readonly amountFen: number;
  state: 'open' | 'paid' | 'expired' | 'cancelled';
  paidFen: number;
  refundedFen: number;
}

/** What the new card of one request is at the authority. `suspended`: bound and not usable. */
export type ModelCard = 'owed' | 'suspended' | 'usable' | 'to-collect';

/**
 * What the centre knows, as far as a kiosk can tell: orders and their money, requests and the cards owed for them.
 * Each operation gets here once per key.
 */
export class ModelAuthority {
  readonly orders = new Map<string, Order>();
  /** By the key of the request. */
  readonly cards = new Map<string, ModelCard>();
  /** How often a card became usable or void: never two at once (INV-2). */
  readonly deliveries: string[] = [];
  lossReported = false;
  oldCardUsable = true;
  /** What the acquirer does with each new order. */
  paysAtOnce = true;
  /** `unknown`: the acquirer does not answer. */
  acquirerAnswers = true;

  pay(key: string): void {
    const order = this.orders.get(key);
    if (order?.state !== 'open') return;
    order.state = 'paid';
    order.paidFen = order.amountFen;
  }

  paymentStatus(key: string): PaymentStatusAnswer {
    const order = this.orders.get(key);
    if (!order) return { state: 'none', paidFen: 0, refundedFen: 0 };
    const { paidFen, refundedFen } = order;
    return this.acquirerAnswers
      ? { state: order.state, paidFen, refundedFen }
      : { state: 'unknown', paidFen: 0, refundedFen: 0 };
  }

  decide(key: string, wanted: Operation): OperationOutcome {
    switch (wanted.kind) {
      case 'application.submit':
        if (wanted.issue === 'on-the-spot') this.cards.set(key, 'owed');
        return done({ kind: wanted.kind, applicationNumber: 'A-1', readyBy: SOON });
      case 'card.activate':
        return done({ kind: wanted.kind, activatedAt: '2026-01-05T01:00:00Z' });
      case 'audit.append':
        return done({ kind: wanted.kind, upTo: wanted.records.at(-1)?.sequence ?? 0 });
      case 'loss.report':
        this.lossReported = true;
        this.oldCardUsable = false;
        return done({ kind: wanted.kind, lostUntil: null, hotlineReference: 'L-1' });
      case 'loss.undo':
        return done({ kind: wanted.kind, undoneAt: '2026-01-05T01:00:00Z' });
      case 'certification.submit':
        return done({ kind: wanted.kind, validUntil: '2027-01-05' as never });
      case 'contact.change':
        return done({ kind: wanted.kind });
      case 'payment.create':
      case 'payment.cancel':
      case 'payment.refund':
        return this.#money(key, wanted);
      case 'card.request':
        this.cards.set(key, wanted.issue === 'on-the-spot' ? 'owed' : 'to-collect');
        if (wanted.purpose === 'replacement') this.oldCardUsable = false;
        return done({ kind: wanted.kind, requestNumber: 'R-1', readyBy: SOON });
      case 'card.bind':
      case 'card.switch':
      case 'card.delivery':
        return this.#card(wanted);
    }
  }

  #money(
    key: string,
    wanted: Extract<Operation, { kind: 'payment.create' | 'payment.cancel' | 'payment.refund' }>,
  ): OperationOutcome {
    if (wanted.kind === 'payment.create') {
      const { amountFen } = wanted;
      this.orders.set(key, { amountFen, state: 'open', paidFen: 0, refundedFen: 0 });
      if (this.paysAtOnce) this.pay(key);
      return done({ kind: wanted.kind, qr: `pay:${key}`, amountFen, expiresAt: '2026-01-05T01:03:00Z' });
    }
    const order = this.orders.get(wanted.order);
    if (!order) return refused('order-unknown');
    if (wanted.kind === 'payment.cancel') {
      if (order.state === 'paid') return refused('already-paid');
      order.state = 'cancelled';
      return done({ kind: wanted.kind });
    }
    if (order.refundedFen + wanted.amountFen > order.paidFen) return refused('amount-too-large');
    order.refundedFen += wanted.amountFen;
    return done({ kind: wanted.kind, refundedFen: order.refundedFen });
  }

  #card(
    wanted: Extract<Operation, { kind: 'card.bind' | 'card.switch' | 'card.delivery' }>,
  ): OperationOutcome {
    const card = this.cards.get(wanted.request);
    if (!card) return refused('request-unknown');
    if (wanted.kind === 'card.bind') {
      this.cards.set(wanted.request, 'suspended');
      return done({ kind: wanted.kind });
    }
    if (wanted.kind === 'card.switch') {
      if (card !== 'suspended') return refused('not-bound');
      this.oldCardUsable = false;
      this.cards.set(wanted.request, 'usable');
      return done({ kind: wanted.kind });
    }
    this.deliveries.push(wanted.outcome);
    if (wanted.outcome === 'handed-over') {
      if (card === 'owed' || card === 'to-collect') return refused('not-bound');
      this.cards.set(wanted.request, 'usable');
    }
    if (wanted.outcome === 'not-issued') this.cards.set(wanted.request, 'to-collect');
    if (wanted.outcome === 'retained' || wanted.outcome === 'maybe-taken') {
      this.cards.set(wanted.request, 'suspended');
    }
    return done({
      kind: wanted.kind,
      readyBy: wanted.outcome === 'not-issued' ? SOON : null,
    });
  }
}
