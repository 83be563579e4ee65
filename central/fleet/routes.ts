import { z } from 'zod';
import { type Heartbeat, heartbeat, heartbeatAnswer } from '../../src/contracts/central/enrolment.ts';
import type { ExportKey } from '../../src/contracts/central/export-key.ts';
import type { AuditArchive } from '../audit/archive.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import type { CentralApp } from '../http/app.ts';
import { sharedCommit } from '../http/shared-commit.ts';
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
  const keepEach = sharedCommit(queries, async (q, beats: readonly Beat[]) => {
    const receivedAt = instantNow(clock);
    const kept: { receivedAt: string; changed: ('fleet' | 'work')[]; auditUpTo: number }[] = [];
    for (const beat of beats) {
      const changed = await keepBeat(q, beat, receivedAt);
      kept.push({ receivedAt, changed, auditUpTo: await archive.upTo(q, beat.kioskId) });
    }
    return kept;
  });
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
    async ({ kioskId, body, connection }) => {
      const { receivedAt, changed, auditUpTo } = await keepEach({ kioskId, body }, connection);
      for (const what of changed) await changes.announce({ about: 'console', what });
      return { serverTime: receivedAt, upSince, auditUpTo, ...(exportKey && { exportKey }) };
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

interface Beat {
  readonly kioskId: string;
  readonly body: Heartbeat;
}

/** Keeps the last heartbeat of a kiosk and what follows from it; answers what of the desk's lists changed. */
async function keepBeat(q: Queries, { kioskId, body }: Beat, at: string): Promise<('fleet' | 'work')[]> {
  const work = await carryOver(q, kioskId, body, at);
  const row = {
    received_at: at,
    body: JSON.stringify(body),
    ...heartbeatColumns(body),
    desk_digest: deskDigest(body),
  };
  await q
    .insertInto('heartbeat')
    .values({ kiosk_id: kioskId, ...row })
    .onConflict((conflict) => conflict.column('kiosk_id').doUpdateSet(row))
    .execute();
  const alarms = await keepAlarms(q, kioskId, body.alarms, at);
  return [...(work ? (['work'] as const) : []), ...(alarms ? (['fleet'] as const) : [])];
}

/**
 * Brings stuck requests and kept cards to the desk where they are not what the last heartbeat told: most heartbeats
 * cost one look.
 */
async function carryOver(q: Queries, kioskId: string, said: Heartbeat, at: string): Promise<boolean> {
  const digest = deskDigest(said);
  if (digest === null) return false;
  const before = await q
    .selectFrom('heartbeat')
    .select('desk_digest')
    .where('kiosk_id', '=', kioskId)
    .executeTakeFirst();
  if (before?.desk_digest === digest) return false;
  await keepKeptCards(q, kioskId, said.keptCards);
  return keepStuckRequests(q, kioskId, said.stuck, at);
}
