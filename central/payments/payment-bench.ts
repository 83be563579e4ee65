import { randomUUID } from 'node:crypto';
import type { OperationOutcome } from '../../src/contracts/central/operations.ts';
import type { PaymentStatusAnswer } from '../../src/contracts/central/queries.ts';
import { type BenchOptions, centralBench } from '../central-bench.ts';
import type { AcquirerView, MovementsView } from '../dev/acquirer-view.ts';
import type { AcquirerMode } from './reference-acquirer.ts';

/** 10.00 and 15.00 yuan: what the tests pay. */
export const LOSS_FEN = 1000;
export const CARD_FEN = 1500;
export const ORDER_FEN = LOSS_FEN + CARD_FEN;
/** What a kiosk asks for; the bench's policy allows no longer. */
export const EXPIRES_SECONDS = 180;

/** A kiosk that takes money, and the payer with the phone. */
export async function paymentBench(options: BenchOptions = {}) {
  const bench = await centralBench(options);
  let token = bench.first.token;
  const call = async (method: string, path: string, body?: unknown) => {
    const answer = await bench.send(method, path, body, token);
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const put = async (key: string, body: object): Promise<OperationOutcome> =>
    (await call('PUT', `/v1/operations/${key}`, {
      receiptReference: 'YKT-BENCH-9',
      ...body,
    })) as OperationOutcome;
  const orders = async () => (await call('GET', '/dev/acquirer/orders')) as unknown as AcquirerView;

  return {
    ...bench,
    create: (key: string, change: object = {}): Promise<OperationOutcome> =>
      put(key, {
        kind: 'payment.create',
        socialSecurityNumber: bench.resident('apply-has-lost-card').socialSecurityNumber,
        items: [
          { what: 'loss', fen: LOSS_FEN },
          { what: 'card', fen: CARD_FEN },
        ],
        amountFen: ORDER_FEN,
        expiresAfterSeconds: EXPIRES_SECONDS,
        ...change,
      }),
    cancel: (order: string, key: string = randomUUID()): Promise<OperationOutcome> =>
      put(key, { kind: 'payment.cancel', order }),
    refund: (order: string, amountFen: number, key: string = randomUUID()): Promise<OperationOutcome> =>
      put(key, { kind: 'payment.refund', order, amountFen, reason: 'card-not-issued' }),
    outcome: async (key: string): Promise<OperationOutcome> =>
      (await call('GET', `/v1/operations/${key}`)) as OperationOutcome,
    status: async (key: string): Promise<PaymentStatusAnswer> =>
      (await call('GET', `/v1/payments/${key}`)) as PaymentStatusAnswer,
    orders,
    /** What the acquirer has of one order, by the key of its payment.create. */
    order: async (key: string) => (await orders()).orders.find((one) => one.key === key),
    payer: async (key: string, act: 'pay' | 'pay-twice' | 'refuse' | 'expire'): Promise<void> => {
      const order = (await orders()).orders.find((one) => one.key === key);
      if (order) await call('POST', `/dev/acquirer/orders/${order.id}/${act}`);
    },
    mode: (mode: AcquirerMode) => call('POST', '/dev/acquirer/mode', { mode }),
    ledger: async () => (await call('GET', '/dev/acquirer/ledger')) as { inFen: number; outFen: number },
    movements: async () => (await call('GET', '/dev/payment-movements')) as unknown as MovementsView,
    sweep: () => bench.central.sweep(),
    /** Time passes; the kiosk signs in again. */
    pass: async (seconds: number): Promise<void> => {
      bench.advance(seconds);
      token = await bench.first.signIn();
    },
  };
}
export type PaymentBench = Awaited<ReturnType<typeof paymentBench>>;
