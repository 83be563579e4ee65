import { z } from 'zod';
import { operation, operationOutcome } from '../../src/contracts/central/operations.ts';
import type { CentralApp } from '../http/app.ts';
import { HttpProblem } from '../http/problem.ts';
import type { OperationLedger } from './ledger.ts';

/** A UUID or another name nobody else makes up. */
export const idempotencyKey = z.string().regex(/^[A-Za-z0-9._:-]{8,100}$/);
const keyParams = z.object({ key: idempotencyKey });

/** PUT and GET /v1/operations/{key}, POST /v1/operations/{key}/void. */
export function operationRoutes(app: CentralApp, ledger: OperationLedger): void {
  app.put(
    '/v1/operations/:key',
    {
      config: { withoutCards: ({ kind }) => kind === 'audit.append' },
      schema: {
        summary: 'Carry out an operation once, however often it arrives (INV-4)',
        params: keyParams,
        body: operation,
        response: { 200: operationOutcome },
      },
    },
    async ({ kioskId, params: { key }, body, connection }) => {
      const outcome =
        body.kind === 'audit.append'
          ? await ledger.putTogether({ kioskId, key, body }, connection)
          : await ledger.put(kioskId, key, body);
      if (!outcome.ok) throw new HttpProblem(outcome.error);
      return outcome.value;
    },
  );
  app.get(
    '/v1/operations/:key',
    {
      schema: {
        summary: 'What became of an operation',
        params: keyParams,
        response: { 200: operationOutcome },
      },
    },
    (request) => ledger.get(request.params.key),
  );
  app.post(
    '/v1/operations/:key/void',
    {
      schema: {
        summary: 'Make sure an operation that was never received has no effect later',
        params: keyParams,
        response: { 200: operationOutcome },
      },
    },
    (request) => ledger.void(request.kioskId, request.params.key),
  );
}
