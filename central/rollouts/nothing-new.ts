import { configurationReport } from '../../src/contracts/configuration/poll.ts';
import type { Queries } from '../database/tables.ts';
import { placeByReport } from './heard.ts';

/** Long enough for a kiosk to have fetched, judged and told: its polls are held for 55 s. */
const TIME_TO_TELL_MS = 3 * 60_000;
const KIOSKS_AT_ONCE = 100;

/**
 * A kiosk that refuses a second assignment for the same reason says the same again, and what is not new is not brought
 * here. Whoever was handed theirs a while ago, polls, and still says no, is taken at their word.
 */
export async function placeThoseWhoSayNoAgain(q: Queries, rolloutId: string, now: number): Promise<void> {
  const whileAgo = new Date(now - TIME_TO_TELL_MS).toISOString();
  const kiosks = await q
    .selectFrom('rollout_member')
    .innerJoin('kiosk_assignment', 'kiosk_assignment.kiosk_id', 'rollout_member.kiosk_id')
    .innerJoin('kiosk_configuration', 'kiosk_configuration.kiosk_id', 'rollout_member.kiosk_id')
    .select(['rollout_member.kiosk_id', 'kiosk_configuration.report'])
    .where('rollout_member.rollout_id', '=', rolloutId)
    .where('rollout_member.state', '=', 'assigned')
    .where('kiosk_assignment.stale', '=', 0)
    .where('kiosk_assignment.issued_at', '<', whileAgo)
    .where('kiosk_configuration.polled_at', '>', whileAgo)
    .where('kiosk_configuration.state', 'in', ['refused', 'returned'])
    .limit(KIOSKS_AT_ONCE)
    .execute();
  for (const { kiosk_id, report } of kiosks) {
    const said = configurationReport.parse(JSON.parse(report));
    await placeByReport(q, kiosk_id, said, new Date(now).toISOString());
  }
}
