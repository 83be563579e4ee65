import { z } from 'zod';
import { inTransaction } from '../database/in-transaction.ts';
import type { Queries } from '../database/tables.ts';
import type { CentralApp } from '../http/app.ts';
import { HttpProblem } from '../http/problem.ts';
import { sumOf } from '../payments/acquirer-books.ts';
import type { OrderPayments } from '../payments/order-payments.ts';
import { ACQUIRER_MODES, type AcquirerCounter } from '../payments/reference-acquirer.ts';
import {
  type AcquirerView,
  acquirerView,
  movementsView,
  viewAcquirer,
  viewMovements,
} from './acquirer-view.ts';

const done = z.object({ done: z.literal(true) });
const isDone = { done: true } as const;
const mode = z.object({ mode: z.enum(ACQUIRER_MODES) });
const orderParams = z.object({ id: z.string().max(64) });

/** What the payer does to an order, by the last word of its route. */
const ACTS = {
  pay: { summary: 'Pay the order, in time or late', act: 'pay', times: 1 },
  'pay-twice': { summary: 'Pay the order twice at once', act: 'pay', times: 2 },
  refuse: { summary: "The payer's bank refuses: the order is closed", act: 'refuse', times: 1 },
  expire: { summary: "The order's time is over now", act: 'expire', times: 1 },
} as const;

/** The payer's side of the reference acquirer, for the dev dock and the tests. Development alone, on loopback. */
export function acquirerRoutes(
  app: CentralApp,
  queries: Queries,
  acquirer: AcquirerCounter,
  payments: OrderPayments,
): void {
  const tags = ['development'];
  app.get(
    '/dev/acquirer/orders',
    { schema: { tags, summary: 'Orders at the acquirer, newest first', response: { 200: acquirerView } } },
    (): Promise<AcquirerView> => viewAcquirer(queries, acquirer),
  );
  for (const [word, { summary, act, times }] of Object.entries(ACTS)) {
    app.post(
      `/dev/acquirer/orders/:id/${word}`,
      { schema: { tags, summary, params: orderParams, response: { 200: done } } },
      async (request) => {
        const { id } = request.params;
        const known = await inTransaction(queries, (q) =>
          act === 'pay' ? acquirer.pay(q, id, times) : acquirer[act](q, id),
        );
        if (!known) throw new HttpProblem('not-found');
        await payments.notice(id);
        return isDone;
      },
    );
  }
  app.get(
    '/dev/payment-movements',
    {
      schema: {
        tags,
        summary: "The service's list of money that moved, with the reason of every refund",
        response: { 200: movementsView },
      },
    },
    () => viewMovements(queries),
  );
  app.get(
    '/dev/acquirer/mode',
    { schema: { tags, summary: 'How the acquirer behaves', response: { 200: mode } } },
    () => Promise.resolve({ mode: acquirer.mode() }),
  );
  app.post(
    '/dev/acquirer/mode',
    { schema: { tags, summary: 'Make the acquirer behave', body: mode, response: { 200: done } } },
    (request) => {
      acquirer.setMode(request.body.mode);
      return Promise.resolve(isDone);
    },
  );
  app.post(
    '/dev/acquirer/sweep',
    {
      schema: {
        tags,
        summary: 'Ask about open orders and send promised refunds now',
        response: { 200: z.object({ orders: z.number().int() }) },
      },
    },
    async () => ({ orders: await payments.sweep() }),
  );
  app.get(
    '/dev/acquirer/ledger',
    {
      schema: {
        tags,
        summary: 'All money that came and went back, in fen (INV-1)',
        response: { 200: z.object({ inFen: z.number().int(), outFen: z.number().int() }) },
      },
    },
    async () => {
      const movements = await queries.selectFrom('acquirer_movement').selectAll().execute();
      return { inFen: sumOf(movements, 'in'), outFen: sumOf(movements, 'out') };
    },
  );
}
