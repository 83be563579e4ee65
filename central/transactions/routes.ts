import { EVERYBODY } from '../../src/contracts/console/roles.ts';
import { transactionAnswer, transactionQuery } from '../../src/contracts/console/transactions.ts';
import type { ConsoleApp } from '../console-api/console-app.ts';
import type { Foundations } from '../foundations.ts';
import { transaction } from './transaction.ts';

/** GET /transactions?reference= */
export function transactionRoutes(app: ConsoleApp, { queries }: Pick<Foundations, 'queries'>): void {
  app.get(
    '/transactions',
    {
      roles: EVERYBODY,
      schema: {
        summary: 'One request, by its receipt reference, from end to end',
        querystring: transactionQuery,
        response: { 200: transactionAnswer },
      },
    },
    ({ query }) => transaction(queries, query.reference),
  );
}
