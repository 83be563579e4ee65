import type { Queries } from '../database/tables.ts';

/** Seven columns each: far below the variables that either database takes in one statement (32,766). */
const ROWS_AT_ONCE = 1_000;

/** Writes who is in which wave, once and for all. */
export async function writeMembers(
  q: Queries,
  rolloutId: string,
  waves: ReadonlyMap<string, number>,
  at: string,
): Promise<void> {
  const rows = [...waves].map(([kiosk_id, wave]) => ({
    rollout_id: rolloutId,
    kiosk_id,
    wave,
    state: 'planned' as const,
    reason: null,
    from_assignment: null,
    changed_at: at,
  }));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await q
      .insertInto('rollout_member')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute();
  }
}
