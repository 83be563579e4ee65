import type { RolloutPlan } from '../../src/contracts/console/rollout-plan.ts';
import { type GateView, MEMBER_STATES, type MemberState } from '../../src/contracts/console/rollouts.ts';
import { judgeGate, type WaveFigures } from '../../src/rollout/gate.ts';
import { SILENT_AFTER_MS } from '../../src/rollout/reasons.ts';
import type { Queries } from '../database/tables.ts';
import { planOf, type RolloutRow } from './rollout-rows.ts';

const MINUTE_MS = 60_000;
/** What journeys are compared with: the same kiosks in the days before. */
const BEFORE_MS = 7 * 24 * 60 * MINUTE_MS;

/** The gate of a wave; the canary's is 0. */
export const gateOf = (plan: RolloutPlan, wave: number): RolloutPlan['canaryGate'] =>
  plan.waves[wave - 1]?.gate ?? plan.canaryGate;

/** The open wave before its gate, as it is now; null: no wave is being watched. */
export async function judgeWave(q: Queries, row: RolloutRow, now: number): Promise<GateView | null> {
  if (row.wave_opened_at === null || row.watched_from === null) return null;
  if (row.state !== 'canary' && row.state !== 'wave' && row.state !== 'paused') return null;
  const figures = await waveFigures(q, row, row.wave_opened_at, row.watched_from, now);
  const { notGivenYet: _, ...view } = figures;
  return { ...view, ...judgeGate(gateOf(planOf(row), row.wave), figures) };
}

async function waveFigures(
  q: Queries,
  row: RolloutRow,
  openedAt: string,
  watchedFrom: string,
  now: number,
): Promise<WaveFigures> {
  const members = await memberFigures(q, row, watchedFrom, now);
  const journeys = await journeysOf(q, row, '>=', watchedFrom);
  const since = new Date(Date.parse(openedAt) - BEFORE_MS).toISOString();
  // Where none failed there is nothing to compare.
  const before =
    journeys.failed === 0 ? NONE : await journeysBefore(q, row, since, members.notGivenYet === 0);
  return {
    ...members,
    ...journeys,
    watchedMinutes: Math.max(0, (now - Date.parse(watchedFrom)) / MINUTE_MS),
    journeysBefore: before.journeys,
    failedBefore: before.failed,
  };
}

const NONE = { journeys: 0, failed: 0 };

/** Past weeks by database, rollout and wave. Any process may forget them: they are counted again. */
const counted = new WeakMap<Queries, Map<string, { journeys: number; failed: number }>>();
const MOST_COUNTED = 100;

/**
 * Journeys before the wave was given it. In a wave of thousands they are millions of rows, and every sweep asks: once
 * all of the wave have it they are counted for the last time.
 */
async function journeysBefore(
  q: Queries,
  row: RolloutRow,
  since: string,
  isWhole: boolean,
): Promise<{ journeys: number; failed: number }> {
  const key = `${row.rollout_id} ${row.wave} ${since}`;
  const known = counted.get(q) ?? new Map<string, { journeys: number; failed: number }>();
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = await journeysOf(q, row, '<', since);
  if (!isWhole) return found;
  if (known.size >= MOST_COUNTED) known.clear();
  counted.set(q, known.set(key, found));
  return found;
}

/** Journeys at the wave's kiosks since then: `>=` under the new configuration, `<` under the one before. */
async function journeysOf(
  q: Queries,
  { rollout_id, wave }: RolloutRow,
  which: '>=' | '<',
  since: string,
): Promise<{ journeys: number; failed: number }> {
  const rows = await q
    .selectFrom('rollout_member')
    .innerJoin('past_session', 'past_session.kiosk_id', 'rollout_member.kiosk_id')
    .select(({ fn }) => ['past_session.disposition', fn.countAll().as('sessions')])
    .where('rollout_member.rollout_id', '=', rollout_id)
    .where('rollout_member.wave', '=', wave)
    .where('past_session.at', '>=', since)
    .whereRef('past_session.assignment', which, 'rollout_member.from_assignment')
    .groupBy('past_session.disposition')
    .execute();
  return {
    journeys: rows.reduce((sum, { sessions }) => sum + Number(sessions), 0),
    failed: Number(rows.find(({ disposition }) => disposition === 'trouble')?.sessions ?? 0),
  };
}

async function memberFigures(q: Queries, { rollout_id, wave }: RolloutRow, watchedFrom: string, now: number) {
  const concerned = q
    .selectFrom('rollout_member')
    .innerJoin('kiosk', 'kiosk.kiosk_id', 'rollout_member.kiosk_id')
    .leftJoin('decommission', 'decommission.kiosk_id', 'kiosk.kiosk_id')
    .where('rollout_member.rollout_id', '=', rollout_id)
    .where('rollout_member.wave', '=', wave)
    .where('rollout_member.state', '!=', 'left-out')
    .where('kiosk.revoked_at', 'is', null)
    .where('decommission.kiosk_id', 'is', null);
  const byState = await concerned
    .select(({ fn }) => ['rollout_member.state', fn.countAll().as('kiosks')])
    .groupBy('rollout_member.state')
    .execute();
  const wentBack = await concerned
    .select(({ fn }) => fn.countAll().as('kiosks'))
    .where('rollout_member.state', 'in', ['returned', 'refused'])
    .where('rollout_member.changed_at', '>=', watchedFrom)
    .executeTakeFirst();
  const silent = await concerned
    .leftJoin('kiosk_configuration', 'kiosk_configuration.kiosk_id', 'rollout_member.kiosk_id')
    .select(({ fn }) => fn.countAll().as('kiosks'))
    .where('rollout_member.state', '!=', 'planned')
    .where(({ or, eb }) =>
      or([
        eb('kiosk_configuration.polled_at', 'is', null),
        eb('kiosk_configuration.polled_at', '<', new Date(now - SILENT_AFTER_MS).toISOString()),
      ]),
    )
    .executeTakeFirst();
  const of = (...states: readonly MemberState[]): number =>
    byState.reduce((sum, { state, kiosks }) => sum + (states.includes(state) ? Number(kiosks) : 0), 0);
  const planned = of('planned');
  return {
    notGivenYet: planned,
    assigned: of(...MEMBER_STATES) - planned,
    takenIn: of('waiting', 'on-trial', 'running'),
    returned: Number(wentBack?.kiosks ?? 0),
    silent: Number(silent?.kiosks ?? 0),
  };
}
