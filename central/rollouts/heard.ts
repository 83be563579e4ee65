import type { ConfigurationReport } from '../../src/contracts/configuration/poll.ts';
import { placeOf } from '../../src/rollout/member-place.ts';
import type { Queries } from '../database/tables.ts';
import { documentsOf } from './rollout-rows.ts';

/** Puts a kiosk where its report says it stands, in every rollout that decides something of what it runs. */
export async function placeByReport(
  q: Queries,
  kioskId: string,
  report: ConfigurationReport,
  now: string,
): Promise<void> {
  const targets = await q
    .selectFrom('kiosk_target')
    .innerJoin('rollout', 'rollout.rollout_id', 'kiosk_target.rollout_id')
    .innerJoin('rollout_member', (join) =>
      join
        .onRef('rollout_member.rollout_id', '=', 'kiosk_target.rollout_id')
        .onRef('rollout_member.kiosk_id', '=', 'kiosk_target.kiosk_id'),
    )
    .select([
      'kiosk_target.rollout_id',
      'kiosk_target.sha256',
      'kiosk_target.back',
      'rollout.documents',
      'rollout_member.state',
      'rollout_member.reason',
    ])
    .where('kiosk_target.kiosk_id', '=', kioskId)
    .execute();
  if (targets.length === 0) return;
  const stands = await q
    .selectFrom('kiosk_assignment')
    .select(['version', 'stale'])
    .where('kiosk_id', '=', kioskId)
    .executeTakeFirst();
  const assignment = stands === undefined || stands.stale === 1 ? null : stands.version;
  for (const [rolloutId, own] of Map.groupBy(targets, ({ rollout_id }) => rollout_id)) {
    const [first] = own;
    if (!first) continue;
    const given = documentsOf(first).filter((document) =>
      own.some(({ sha256 }) => sha256 === document.sha256),
    );
    const before = { state: first.state, trouble: first.reason };
    const place = placeOf(report, given, { assignment, back: first.back === 1 }, before);
    if (place.state === before.state && place.trouble === before.trouble) continue;
    await q
      .updateTable('rollout_member')
      .set({ state: place.state, reason: place.trouble, changed_at: now })
      .where('rollout_id', '=', rolloutId)
      .where('kiosk_id', '=', kioskId)
      .execute();
  }
}
