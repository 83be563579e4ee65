import type { Alarm } from '../../src/contracts/maintenance/alarm.ts';
import type { Queries } from '../database/tables.ts';

/** Since when an alarm stands may be any number a kiosk's clock gave; beyond these no instant can be written. */
const LAST_INSTANT_MS = 8.64e15;

/**
 * Keeps the alarms of one kiosk as its heartbeat has them: new ones begin, what is not among them is over. A heartbeat
 * of software before alarms says nothing about them. Answers whether anything changed.
 */
export async function keepAlarms(
  queries: Queries,
  kioskId: string,
  alarms: readonly Alarm[] | undefined,
  heardAt: string,
): Promise<boolean> {
  if (alarms === undefined) return false;
  const standing = await queries
    .selectFrom('kiosk_alarm')
    .select(['alarm_id', 'detail'])
    .where('kiosk_id', '=', kioskId)
    .where('over_at', 'is', null)
    .execute();
  let changed = false;
  const told = new Map(alarms.map((alarm) => [alarmId(kioskId, alarm), alarm]));
  for (const { alarm_id, detail } of standing) {
    const still = told.get(alarm_id);
    told.delete(alarm_id);
    if (still?.detail === detail) continue;
    changed = true;
    await queries
      .updateTable('kiosk_alarm')
      .set(still ? { detail: still.detail } : { over_at: heardAt })
      .where('alarm_id', '=', alarm_id)
      .execute();
  }
  for (const [alarm_id, { kind, which, detail, since }] of told) {
    changed = true;
    await queries
      .insertInto('kiosk_alarm')
      .values({
        alarm_id,
        kiosk_id: kioskId,
        kind,
        which,
        detail,
        since: instantOf(since),
        heard_at: heardAt,
        over_at: null,
      })
      // A late heartbeat had said that it is over.
      .onConflict((conflict) => conflict.column('alarm_id').doUpdateSet({ detail, over_at: null }))
      .execute();
  }
  return changed;
}

const alarmId = (kioskId: string, { kind, which, since }: Alarm): string =>
  JSON.stringify([kioskId, kind, which, since]);

/** What a kiosk's clock said, in the form instants have here. */
export const instantOf = (ms: number): string =>
  new Date(Math.min(Math.max(ms, -LAST_INSTANT_MS), LAST_INSTANT_MS)).toISOString();
