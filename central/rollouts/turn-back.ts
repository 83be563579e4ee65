import type { Queries } from '../database/tables.ts';
import { rolloutRow } from './rollout-rows.ts';

const KIOSKS_AT_ONCE = 500;

/** States of members that were given it and have not gone back. */
const HAVE_IT = ['assigned', 'waiting', 'on-trial', 'running', 'returned', 'refused'] as const;

/** Tells kiosks that were given it to go back: some of them, whom it answers; nobody: all were told. */
export async function turnBackSome(q: Queries, rolloutId: string, now: string): Promise<string[]> {
  const rollout = await rolloutRow(q, rolloutId);
  if (rollout?.state !== 'returning') return [];
  const targets = await q
    .selectFrom('kiosk_target')
    .select('kiosk_id')
    .distinct()
    .where('rollout_id', '=', rolloutId)
    .where('back', '=', 0)
    .limit(KIOSKS_AT_ONCE)
    .execute();
  const kioskIds = targets.map(({ kiosk_id }) => kiosk_id);
  if (kioskIds.length === 0) return [];
  await q
    .updateTable('kiosk_target')
    .set({ back: 1 })
    .where('rollout_id', '=', rolloutId)
    .where('kiosk_id', 'in', kioskIds)
    .execute();
  await q
    .updateTable('rollout_member')
    .set({ changed_at: now })
    .where('rollout_id', '=', rolloutId)
    .where('kiosk_id', 'in', kioskIds)
    .execute();
  await q.updateTable('kiosk_assignment').set({ stale: 1 }).where('kiosk_id', 'in', kioskIds).execute();
  return kioskIds;
}

/** Whether nobody has it any more; kiosks that were revoked or given up are not waited for. */
export async function everybodyIsBack(q: Queries, rolloutId: string): Promise<boolean> {
  const left = await q
    .selectFrom('rollout_member')
    .innerJoin('kiosk', 'kiosk.kiosk_id', 'rollout_member.kiosk_id')
    .leftJoin('decommission', 'decommission.kiosk_id', 'kiosk.kiosk_id')
    .select('rollout_member.kiosk_id')
    .where('rollout_member.rollout_id', '=', rolloutId)
    .where('rollout_member.state', 'in', HAVE_IT)
    .where('kiosk.revoked_at', 'is', null)
    .where('decommission.kiosk_id', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return left === undefined;
}
