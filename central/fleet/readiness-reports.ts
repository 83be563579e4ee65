import { morningReport, morningReportAnswer } from '../../src/contracts/central/readiness.ts';
import type { Foundations } from '../foundations.ts';
import type { CentralApp } from '../http/app.ts';
import { instantNow } from '../moments.ts';

/** POST /v1/readiness-reports */
export function readinessReportRoutes(app: CentralApp, { queries, clock }: Foundations): void {
  app.post(
    '/v1/readiness-reports',
    {
      config: { withoutCards: true },
      schema: {
        summary: 'How a kiosk found itself in the morning; the first report of a day is kept',
        body: morningReport,
        response: { 200: morningReportAnswer },
      },
    },
    async (request) => {
      const { day, report } = request.body;
      await queries
        .insertInto('readiness_report')
        .values({
          kiosk_id: request.kioskId,
          day,
          received_at: instantNow(clock),
          level: report.level,
          body: JSON.stringify(report),
        })
        .onConflict((conflict) => conflict.columns(['kiosk_id', 'day']).doNothing())
        .execute();
      return { day };
    },
  );
}
