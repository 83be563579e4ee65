import { z } from 'zod';
import { APPLICATION_FAILURES } from '../../src/contracts/central/queries.ts';
import type { Queries } from '../database/tables.ts';
import type { ElectronicCardCodes } from '../electronic-card/codes.ts';
import type { CentralApp } from '../http/app.ts';
import { HttpProblem } from '../http/problem.ts';

const done = z.object({ done: z.literal(true) });

/** What a resident's phone shows, and what an office finds wrong: for the dev dock and the tests. */
export function residentRoutes(app: CentralApp, queries: Queries, codes: ElectronicCardCodes): void {
  const tags = ['development'];
  app.get(
    '/dev/electronic-card/:residentId',
    {
      schema: {
        tags,
        summary: "Show a fresh electronic-card code on a resident's phone",
        params: z.object({ residentId: z.string().max(60) }),
        response: { 200: z.object({ code: z.string(), expiresAt: z.string() }) },
      },
    },
    async (request) => {
      const resident = await queries
        .selectFrom('resident')
        .select('social_security_number')
        .where('resident_id', '=', request.params.residentId)
        .executeTakeFirst();
      if (!resident) throw new HttpProblem('not-found');
      return codes.mint(resident.social_security_number);
    },
  );
  app.post(
    '/dev/card-requests/:number/failure',
    {
      schema: {
        tags,
        summary: 'Let the office find something wrong with a request, or nothing any more (PROG-2)',
        params: z.object({ number: z.string().max(60) }),
        body: z.object({ failure: z.enum(APPLICATION_FAILURES).nullable() }),
        response: { 200: done },
      },
    },
    async (request) => {
      const changed = await queries
        .updateTable('card_request')
        .set({ failure: request.body.failure })
        .where('request_number', '=', request.params.number)
        .executeTakeFirst();
      if (changed.numUpdatedRows === 0n) throw new HttpProblem('not-found');
      return { done: true as const };
    },
  );
}
