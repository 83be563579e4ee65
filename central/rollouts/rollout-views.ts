import type { PlainWords } from '../../src/contracts/console/plain-words.ts';
import {
  MEMBER_STATES,
  type MemberCounts,
  type MemberState,
  type RolloutDetail,
  type RolloutState,
  type RolloutSummary,
} from '../../src/contracts/console/rollouts.ts';
import { both } from '../../src/releases/plain-words.ts';
import { quietUntil } from '../../src/rollout/quiet-hours.ts';
import { reasonWords } from '../../src/rollout/reason-words.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { documentsOf, planOf, type RolloutRow, rolloutRow } from './rollout-rows.ts';
import { judgeWave } from './wave-figures.ts';

export interface RolloutFilter {
  readonly page: number;
  readonly size: number;
  readonly state?: RolloutState | undefined;
  readonly releaseId?: string | undefined;
}

/** Rollouts, newest first. */
export async function listRollouts(
  q: Queries,
  { page, size, state, releaseId }: RolloutFilter,
): Promise<{ total: number; rows: RolloutSummary[] }> {
  let wanted = q.selectFrom('rollout');
  if (state !== undefined) wanted = wanted.where('state', '=', state);
  if (releaseId !== undefined) wanted = wanted.where('release_id', '=', releaseId);
  const all = await wanted.select(({ fn }) => fn.countAll().as('rollouts')).executeTakeFirst();
  const rows = await wanted
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('rollout_id')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  const summaries: RolloutSummary[] = [];
  for (const row of rows) summaries.push(await summaryOf(q, row, await countsOf(q, row.rollout_id)));
  return { total: Number(all?.rollouts ?? 0), rows: summaries };
}

/** One rollout with its waves, its gate and what keeps it; null: there is none. */
export async function showRollout(
  { queries, clock }: Foundations,
  rolloutId: string,
): Promise<RolloutDetail | null> {
  const row = await rolloutRow(queries, rolloutId);
  if (!row) return null;
  const counted = await countsOf(queries, rolloutId);
  const plan = planOf(row);
  const gate = await judgeWave(queries, row, clock.now());
  const names = ['', ...plan.waves.map(({ name }) => name)];
  return {
    ...(await summaryOf(queries, row, counted)),
    plan,
    waveCounts: names.map((name, wave) => {
      const counts = sum(counted.filter((one) => one.wave === wave));
      return { wave, name, kiosks: MEMBER_STATES.reduce((all, state) => all + counts[state], 0), counts };
    }),
    gate,
    holds: holdsBack(row, gate?.verdict ?? null, clock.now()),
  };
}

interface Counted {
  readonly wave: number;
  readonly state: MemberState;
  readonly kiosks: number;
}

async function countsOf(q: Queries, rolloutId: string): Promise<Counted[]> {
  const rows = await q
    .selectFrom('rollout_member')
    .select(({ fn }) => ['wave', 'state', fn.countAll().as('kiosks')])
    .where('rollout_id', '=', rolloutId)
    .groupBy(['wave', 'state'])
    .execute();
  return rows.map(({ wave, state, kiosks }) => ({ wave, state, kiosks: Number(kiosks) }));
}

function sum(counted: readonly Counted[]): MemberCounts {
  const counts: MemberCounts = {
    planned: 0,
    assigned: 0,
    waiting: 0,
    'on-trial': 0,
    running: 0,
    returned: 0,
    refused: 0,
    back: 0,
    'left-out': 0,
  };
  for (const { state, kiosks } of counted) counts[state] += kiosks;
  return counts;
}

async function summaryOf(q: Queries, row: RolloutRow, counted: readonly Counted[]): Promise<RolloutSummary> {
  const release = await q
    .selectFrom('release')
    .select('title')
    .where('release_id', '=', row.release_id)
    .executeTakeFirst();
  return {
    rolloutId: row.rollout_id,
    releaseId: row.release_id,
    title: release?.title ?? row.release_id,
    documents: documentsOf(row).map(({ kind, line, version }) => ({ kind, line, version })),
    state: row.state,
    wave: row.wave,
    waves: planOf(row).waves.length,
    createdBy: row.created_by,
    createdAt: row.created_at,
    startedBy: row.started_by,
    startedAt: row.started_at,
    waveOpenedAt: row.wave_opened_at,
    endedAt: row.ended_at,
    reason: row.reason,
    counts: sum(counted),
  };
}

/** What keeps a rollout from widening now; null: nothing, or it is over. */
function holdsBack(
  row: RolloutRow,
  verdict: 'waits' | 'passed' | 'failed' | null,
  now: number,
): PlainWords | null {
  const plan = planOf(row);
  const quiet = quietUntil(plan.quietHours, now);
  switch (row.state) {
    case 'scheduled': {
      if (row.started_at === null) return reasonWords({ code: 'not-started', at: null, detail: null });
      const at = plan.notBefore === null ? now : Date.parse(plan.notBefore);
      if (at > now) return reasonWords({ code: 'waits-for-schedule', at, detail: null });
      break;
    }
    case 'paused':
      return reasonWords({ code: 'paused', at: null, detail: null });
    case 'canary':
    case 'wave':
      if (verdict !== 'passed') return both('正在观察这一批', 'The open wave is being watched');
      if (plan.advance === 'by-hand')
        return both('等待操作员打开下一批', 'Waits for an operator to open the next wave');
      break;
    default:
      return null;
  }
  return quiet === null ? null : reasonWords({ code: 'quiet-hours', at: quiet, detail: null });
}
