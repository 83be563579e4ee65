import { z } from 'zod';
import { ALARMS } from '../../src/contracts/maintenance/alarm.ts';
import { readinessReport } from '../../src/contracts/maintenance/readiness-report.ts';
import type { Queries } from '../database/tables.ts';
import type { CentralApp } from '../http/app.ts';

const fleetView = z.object({
  kiosks: z.array(
    z.object({
      kioskId: z.string(),
      name: z.string(),
      heardAt: z.string().nullable(),
      maintenanceSince: z.string().nullable(),
      alarms: z.array(
        z.object({
          kind: z.enum(ALARMS),
          which: z.string().nullable(),
          detail: z.string().nullable(),
          since: z.string(),
          overAt: z.string().nullable(),
        }),
      ),
      reports: z.array(z.object({ day: z.string(), receivedAt: z.string(), report: readinessReport })),
    }),
  ),
});

/** GET /dev/fleet: what kiosks say of themselves, for tests and the dev dock. Added in development alone. */
export function devFleetRoutes(app: CentralApp, queries: Queries): void {
  app.get(
    '/dev/fleet',
    {
      schema: {
        tags: ['development'],
        summary: 'Kiosks with their alarms and morning reports',
        response: { 200: fleetView },
      },
    },
    async () => {
      const kiosks = await queries
        .selectFrom('kiosk')
        .leftJoin('heartbeat', 'heartbeat.kiosk_id', 'kiosk.kiosk_id')
        .select(['kiosk.kiosk_id', 'kiosk.name', 'heartbeat.received_at', 'heartbeat.maintenance_since'])
        .orderBy('kiosk.enrolled_at')
        .execute();
      const alarms = await queries.selectFrom('kiosk_alarm').selectAll().orderBy('heard_at').execute();
      const reports = await queries.selectFrom('readiness_report').selectAll().orderBy('day').execute();
      return {
        kiosks: kiosks.map(({ kiosk_id, name, received_at, maintenance_since }) => ({
          kioskId: kiosk_id,
          name,
          heardAt: received_at,
          maintenanceSince: maintenance_since,
          alarms: alarms
            .filter((one) => one.kiosk_id === kiosk_id)
            .map(({ kind, which, detail, since, over_at: overAt }) => ({
              kind,
              which,
              detail,
              since,
              overAt,
            })),
          reports: reports
            .filter((one) => one.kiosk_id === kiosk_id)
            .map(({ day, received_at: receivedAt, body }) => ({
              day,
              receivedAt,
              report: readinessReport.parse(JSON.parse(body)),
            })),
        })),
      };
    },
  );
}
