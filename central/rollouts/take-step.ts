import type { RolloutRefusal } from '../../src/contracts/console/rollouts.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { type RolloutEvent, stepOf } from '../../src/rollout/rollout-machine.ts';
import { recordAct } from '../console-api/operator-acts.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Foundations } from '../foundations.ts';
import { instantNow } from '../moments.ts';
import { type RolloutRow, rolloutRow, standingOf } from './rollout-rows.ts';

/** Acts of the audit by what happened. */
const ACTS: Readonly<Record<RolloutEvent, string>> = {
  start: 'rollout-started',
  due: 'rollout-opened',
  'gate-passed': 'rollout-gate-passed',
  'gate-failed': 'rollout-gate-failed',
  advance: 'rollout-advanced',
  pause: 'rollout-paused',
  resume: 'rollout-resumed',
  stop: 'rollout-stopped',
  return: 'rollout-turned-back',
  'everybody-back': 'rollout-returned',
};

/** The operator whose name stands beside what gates and the clock did. */
export const BY_ITSELF = 'system';

export interface WantedStep {
  readonly event: RolloutEvent;
  readonly by: string;
  /** Why, for those who look at the rollout; null: it is not kept back any more. */
  readonly reason: string | null;
  /** More for the audit: codes and numbers. */
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

type Seen = Pick<RolloutRow, 'state' | 'wave' | 'watched_from' | 'started_at'>;

/**
 * Takes one step in one commit, with the act that is kept of it. `seen` is what the wish was formed on: where the
 * rollout moved on since (another process, another operator) nothing is done, so a step is never taken twice.
 */
export function takeStep(
  { queries, clock }: Foundations,
  rolloutId: string,
  wanted: WantedStep,
  seen: Seen | null,
): Promise<Result<'taken' | 'nothing', RolloutRefusal>> {
  return inTransaction(queries, async (q) => {
    const row = await rolloutRow(q, rolloutId);
    if (!row) return err('no-such-rollout' as const);
    if (seen !== null && !sameAs(row, seen)) return err('changed-meanwhile' as const);
    const step = stepOf(standingOf(row), wanted.event);
    if (step.kind === 'refused') return err('not-now' as const);
    if (step.kind === 'ignored') return ok('nothing' as const);
    const now = instantNow(clock);
    const { state, wave } = step.to;
    const widens = step.effect === 'widens';
    const anew = widens || (step.effect === 'watches-anew' && step.to.opened);
    const over = state === 'stopped' || state === 'returned' || state === 'done';
    await q
      .updateTable('rollout')
      .set({
        state,
        wave,
        reason: wanted.event === 'everybody-back' ? row.reason : wanted.reason,
        ended_at: over ? now : null,
        ...(wanted.event === 'start' && { started_by: wanted.by, started_at: now }),
        ...(widens && { wave_opened_at: now }),
        ...(anew && { watched_from: now }),
      })
      .where('rollout_id', '=', rolloutId)
      .execute();
    await recordAct(q, clock, {
      operatorId: wanted.by,
      act: ACTS[wanted.event],
      subject: rolloutId,
      detail: { release: row.release_id, from: row.state, to: state, wave, ...wanted.detail },
    });
    return ok('taken' as const);
  });
}

const sameAs = (row: Seen, seen: Seen): boolean =>
  row.state === seen.state &&
  row.wave === seen.wave &&
  row.watched_from === seen.watched_from &&
  row.started_at === seen.started_at;
