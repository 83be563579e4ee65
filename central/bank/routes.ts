import { pinCheckAnswer, pinCheckRequest } from '../../src/contracts/central/queries.ts';
import type { Foundations } from '../foundations.ts';
import type { CentralApp } from '../http/app.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Bank } from './bank.ts';

/** POST /v1/bank/pin-checks */
export function bankRoutes(app: CentralApp, { queries }: Foundations, bank: Bank): void {
  app.post(
    '/v1/bank/pin-checks',
    {
      schema: {
        summary: 'May this PIN be used (ACT-3); no effect on the account',
        body: pinCheckRequest,
        response: { 200: pinCheckAnswer },
      },
    },
    async (request) => {
      const checked = await bank.checkPin(queries, request.body);
      if (!checked.ok) throw new HttpProblem(checked.error);
      return checked.value;
    },
  );
}
