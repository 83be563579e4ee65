import type { IdempotencyKey, ReceiptReference, TransactionId } from '../../brand.ts';
import type {
  CardTransaction,
  MadeCard,
  OrderEnd,
  PaymentEnd,
  RequestActEnd,
  RequestConclusion,
  RequestPlan,
} from '../../ports/card-transaction.ts';

/** How each act of the next transaction goes; a test sets what it wants to see go wrong. */
export interface CardTransactionScript {
  order: OrderEnd;
  /** null: waits until the test pays, lets it expire, or the resident cancels. */
  payment: PaymentEnd | null;
  loss: RequestActEnd;
  request: RequestActEnd;
  made: MadeCard;
  switched: 'switched' | 'old-card-still-latched' | 'unknown';
  /** null: waits until the test takes the card or the time is over. */
  handedOver: 'taken' | null;
  conclusion: RequestConclusion;
}

export const NOTHING_DONE: RequestConclusion = {
  money: { state: 'none', paidFen: 0, keptFen: 0, returnFen: 0 },
  loss: 'none',
  request: 'none',
  refusal: null,
  newCard: 'none',
  oldCard: 'none',
  number: null,
  day: null,
};

const DONE: RequestActEnd = { state: 'done', number: 'BH-1', day: '2027-01-04' };

/** A transaction that moves nothing: a double for the flows alone. Core's own is tested against real machines. */
export function memoryCardTransactions() {
  const script: CardTransactionScript = {
    order: { state: 'open', qr: 'yktpay://order/1', expiresAt: 0 },
    payment: null,
    loss: DONE,
    request: DONE,
    made: { state: 'bound' },
    switched: 'switched',
    handedOver: null,
    conclusion: NOTHING_DONE,
  };
  const plans: RequestPlan[] = [];
  const acts: string[] = [];
  const bodies: unknown[] = [];
  let pay: (end: PaymentEnd) => void = () => undefined;
  let take: () => void = () => undefined;

  const open = (plan: RequestPlan): CardTransaction => {
    plans.push(plan);
    const serial = plans.length;
    const did = <T>(act: string, end: T): Promise<T> => {
      acts.push(act);
      return Promise.resolve(end);
    };
    return {
      transactionId: `transaction-${serial}` as TransactionId,
      reference: `YKT-TEST-${serial}` as ReceiptReference,
      key: `key-${serial}` as IdempotencyKey,
      createOrder: () => did('createOrder', script.order),
      awaitPayment: (signal) => {
        acts.push('awaitPayment');
        if (script.payment !== null) return Promise.resolve(script.payment);
        return new Promise((resolve) => {
          pay = resolve;
          signal.addEventListener('abort', () => resolve('cancelled'), { once: true });
        });
      },
      reportLoss: (body) => {
        bodies.push(body);
        return did('reportLoss', script.loss);
      },
      submit: (body) => {
        bodies.push(body);
        return did('submit', script.request);
      },
      makeCard: (onPhase) => {
        onPhase('writing', 1);
        return did('makeCard', script.made);
      },
      switchOldCard: () => did('switchOldCard', script.switched),
      handOver: (signal) => {
        acts.push('handOver');
        if (script.handedOver !== null) return Promise.resolve(script.handedOver);
        return new Promise((resolve) => {
          take = () => resolve('taken');
          signal.addEventListener('abort', () => resolve('retained'), { once: true });
        });
      },
      conclude: () => did('conclude', script.conclusion),
    };
  };
  return {
    open,
    script,
    plans,
    acts,
    bodies,
    /** The payer's answer to the QR code. */
    pay: (end: PaymentEnd) => pay(end),
    /** The resident takes the card at the gate. */
    take: () => take(),
  };
}
