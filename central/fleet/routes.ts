import { z } from 'zod';
import { heartbeat, heartbeatAnswer } from '../../src/contracts/central/enrolment.ts';
import type { ExportKey } from '../../src/contracts/central/export-key.ts';
import type { AuditArchive } from '../audit/archive.ts';
import type { Foundations } from '../foundations.ts';
import type { CentralApp } from '../http/app.ts';
import { instantNow } from '../moments.ts';
import { instantOf, keepAlarms } from './alarms.ts';

/** POST /v1/heartbeats and GET /v1/health */
export function fleetRoutes(
  app: CentralApp,
  { queries, clock }: Foundations,
  archive: AuditArchive,
  exportKey?: ExportKey,
): void {
  const upSince = instantNow(clock);
  app.post(
    '/v1/heartbeats',
    {
      config: { withoutCards: true },
      schema: {
        summary: 'How a kiosk and its devices are; the last one is kept, and every alarm',
        body: heartbeat,
        response: { 200: heartbeatAnswer },
      },
    },
    async (request) => {
      const received_at = instantNow(clock);
      const body = JSON.stringify(request.body);
      const { maintenanceSince = null } = request.body;
      const maintenance_since = maintenanceSince === null ? null : instantOf(maintenanceSince);
      await queries
        .insertInto('heartbeat')
        .values({ kiosk_id: request.kioskId, received_at, body, maintenance_since })
        .onConflict((conflict) =>
          conflict.column('kiosk_id').doUpdateSet({ received_at, body, maintenance_since }),
        )
        .execute();
      await keepAlarms(queries, request.kioskId, request.body.alarms, received_at);
      const auditUpTo = await archive.upTo(queries, request.kioskId);
      return { serverTime: received_at, upSince, auditUpTo, ...(exportKey && { exportKey }) };
    },
  );
  app.get(
    '/v1/health',
    {
      config: { open: true, withoutCards: true },
      schema: {
        summary: 'Is the service up and its database answering',
        response: { 200: z.object({ status: z.literal('ok'), serverTime: z.iso.datetime() }) },
      },
    },
    async () => {
      await queries.selectFrom('kiosk').select('kiosk_id').limit(1).execute();
      return { status: 'ok' as const, serverTime: instantNow(clock) };
    },
  );
}
