import { electronicCardAnswer, electronicCardRequest } from '../../src/contracts/central/queries.ts';
import type { CentralApp } from '../http/app.ts';
import type { ElectronicCardCodes } from './codes.ts';

/** POST /v1/electronic-card-checks: the code as it was scanned, in the body, so that no address carries it. */
export function electronicCardRoutes(app: CentralApp, codes: ElectronicCardCodes): void {
  app.post(
    '/v1/electronic-card-checks',
    {
      schema: {
        summary: 'Whose electronic card a scanned code is (ECARD-2)',
        body: electronicCardRequest,
        response: { 200: electronicCardAnswer },
      },
    },
    (request) => codes.check(request.body.code),
  );
}
