import { meantFor } from '../../src/rollout/meant-for.ts';
import { waveOf } from '../../src/rollout/plan-waves.ts';
import { JOINABLE } from '../../src/rollout/rollout-machine.ts';
import type { Queries } from '../database/tables.ts';
import { candidate } from './candidates.ts';
import { giveOutSome } from './give-out.ts';
import { documentsOf, planOf } from './rollout-rows.ts';

/**
 * A kiosk that came after a rollout was made joins it: in the wave it would always have been in, and where that one is
 * open or over it gets the documents at once. Of rollouts that are over, those count that no later one replaced.
 */
export async function joinRollouts(q: Queries, kioskId: string, now: string): Promise<void> {
  const rollouts = await q
    .selectFrom('rollout')
    .leftJoin('rollout_member', (join) =>
      join
        .onRef('rollout_member.rollout_id', '=', 'rollout.rollout_id')
        .on('rollout_member.kiosk_id', '=', kioskId),
    )
    .selectAll('rollout')
    .where('rollout.state', 'in', JOINABLE)
    .where('rollout_member.kiosk_id', 'is', null)
    .orderBy('rollout.created_at', 'desc')
    .orderBy('rollout.rollout_id', 'desc')
    .execute();
  if (rollouts.length === 0) return;
  const kiosk = await candidate(q, kioskId);
  if (kiosk === null) return;
  const replaced = new Set<string>();
  const joined: string[] = [];
  for (const rollout of rollouts) {
    const names = meantFor(documentsOf(rollout), kiosk).map(({ kind, line }) => `${kind} ${line}`);
    if (names.length === 0) continue;
    const superseded = rollout.state === 'done' && names.every((name) => replaced.has(name));
    await q
      .insertInto('rollout_member')
      .values({
        rollout_id: rollout.rollout_id,
        kiosk_id: kioskId,
        wave: waveOf(rollout.rollout_id, planOf(rollout), kiosk),
        state: superseded ? 'left-out' : 'planned',
        reason: superseded ? 'superseded' : null,
        from_assignment: null,
        changed_at: now,
      })
      .onConflict((conflict) => conflict.columns(['rollout_id', 'kiosk_id']).doNothing())
      .execute();
    if (superseded) continue;
    joined.push(rollout.rollout_id);
    if (rollout.state === 'done') for (const name of names) replaced.add(name);
  }
  // The oldest first: what a later one says stands.
  for (const rolloutId of joined.reverse()) await giveOutSome(q, rolloutId, now, [kioskId]);
}
