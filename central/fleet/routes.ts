import { z } from 'zod';
import { type Heartbeat, heartbeat, heartbeatAnswer } from '../../src/contracts/central/enrolment.ts';
import type { ExportKey } from '../../src/contracts/central/export-key.ts';
import type { AuditArchive } from '../audit/archive.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Foundations } from '../foundations.ts';
import type { CentralApp } from '../http/app.ts';
import { instantNow } from '../moments.ts';
import { keepStuckRequests } from '../work/stuck-requests.ts';
import { keepAlarms } from './alarms.ts';
import { deskDigest, heartbeatColumns } from './heartbeat-columns.ts';
import { keepKeptCards } from './kept-cards.ts';

/** POST /v1/heartbeats and GET /v1/health */
export function fleetRoutes(
  app: CentralApp,
  foundations: Foundations,
  archive: AuditArchive,
  exportKey?: ExportKey,
): void {
  const { queries, clock, changes } = foundations;
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
    async ({ kioskId, body }) => {
      const received_at = instantNow(clock);
      await carryOver(foundations, kioskId, body, received_at);
      const row = {
        received_at,
        body: JSON.stringify(body),
        ...heartbeatColumns(body),
        desk_digest: deskDigest(body),
      };
      await queries
        .insertInto('heartbeat')
        .values({ kiosk_id: kioskId, ...row })
        .onConflict((conflict) => conflict.column('kiosk_id').doUpdateSet(row))
        .execute();
      const changed = await keepAlarms(queries, kioskId, body.alarms, received_at);
      if (changed) await changes.announce({ about: 'console', what: 'fleet' });
      const auditUpTo = await archive.upTo(queries, kioskId);
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

/**
 * Brings stuck requests and kept cards to the desk where they are not what the last heartbeat told: most heartbeats
 * cost one look. Done before the heartbeat is kept, so that a crash between them only does it again.
 */
async function carryOver(
  { queries, changes }: Foundations,
  kioskId: string,
  said: Heartbeat,
  at: string,
): Promise<void> {
  const digest = deskDigest(said);
  if (digest === null) return;
  const before = await queries
    .selectFrom('heartbeat')
    .select('desk_digest')
    .where('kiosk_id', '=', kioskId)
    .executeTakeFirst();
  if (before?.desk_digest === digest) return;
  const changed = await inTransaction(queries, async (q) => {
    await keepKeptCards(q, kioskId, said.keptCards);
    return keepStuckRequests(q, kioskId, said.stuck, at);
  });
  if (changed) await changes.announce({ about: 'console', what: 'work' });
}
