import { decommissionAnswer, decommissionRequest } from '../../src/contracts/central/decommission.ts';
import type { Foundations } from '../foundations.ts';
import type { CentralApp } from '../http/app.ts';
import { instantNow } from '../moments.ts';
import { DECOMMISSIONS } from './given-up.ts';

/** POST /v1/decommissions: the kiosk is marked as given up; said again, it gives the first answer again. */
export function decommissionRoute(app: CentralApp, { queries, clock }: Foundations): void {
  app.post(
    DECOMMISSIONS,
    {
      config: { withoutCards: true },
      schema: {
        summary: 'This kiosk is given up: its key opens nothing from now on',
        body: decommissionRequest,
        response: { 200: decommissionAnswer },
      },
    },
    async ({ kioskId, body }) => {
      await queries
        .insertInto('decommission')
        .values({
          kiosk_id: kioskId,
          at: instantNow(clock),
          technician: body.technician,
          second_technician: body.second,
        })
        .onConflict((conflict) => conflict.column('kiosk_id').doNothing())
        .execute();
      const { at } = await queries
        .selectFrom('decommission')
        .select('at')
        .where('kiosk_id', '=', kioskId)
        .executeTakeFirstOrThrow();
      return { givenUpAt: at };
    },
  );
}
