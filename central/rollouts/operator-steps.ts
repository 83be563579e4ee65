import type { RolloutRefusal } from '../../src/contracts/console/rollouts.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { quietUntil } from '../../src/rollout/quiet-hours.ts';
import type { RolloutEvent } from '../../src/rollout/rollout-machine.ts';
import type { Foundations } from '../foundations.ts';
import { carryOn } from './carry-on.ts';
import { releaseToRollOut } from './release-to-roll-out.ts';
import { planOf, type RolloutRow, rolloutRow } from './rollout-rows.ts';
import { takeStep } from './take-step.ts';
import { judgeWave } from './wave-figures.ts';

type Done = Result<null, RolloutRefusal>;

/** What operators do to a rollout. Holding back is for every approver; bringing it further not for who drafted it. */
export interface OperatorSteps {
  start(rolloutId: string, by: string): Promise<Done>;
  /** The gate looks at nothing that was before: the operator has judged it. */
  resume(rolloutId: string, by: string): Promise<Done>;
  /** Opens the next wave, in no quiet hours; `wave`: the one that was seen open. */
  advance(rolloutId: string, by: string, wave: number, despiteGate: boolean): Promise<Done>;
  holdBack(rolloutId: string, by: string, event: 'pause' | 'stop' | 'return', reason: string): Promise<Done>;
}

/** Each step is taken in one commit, and carried as far as it goes before the operator is answered. */
export function operatorSteps(foundations: Foundations): OperatorSteps {
  const { queries, clock, changes } = foundations;

  async function further(
    rolloutId: string,
    by: string,
    event: RolloutEvent,
    unless: (row: RolloutRow) => Promise<RolloutRefusal | null>,
  ): Promise<Done> {
    const row = await rolloutRow(queries, rolloutId);
    if (!row) return err('no-such-rollout');
    const release = await releaseToRollOut(queries, row.release_id, by);
    if (!release.ok) return release;
    const refusal = await unless(row);
    if (refusal !== null) return err(refusal);
    const step = { event, by, reason: null };
    return finish(rolloutId, await takeStep(foundations, rolloutId, step, row));
  }

  async function finish(rolloutId: string, taken: Awaited<ReturnType<typeof takeStep>>): Promise<Done> {
    if (!taken.ok) return taken;
    await carryOn(foundations, rolloutId);
    await changes.announce({ about: 'console', what: 'rollouts' });
    return ok(null);
  }

  return {
    start: (rolloutId, by) => further(rolloutId, by, 'start', () => Promise.resolve(null)),
    resume: (rolloutId, by) => further(rolloutId, by, 'resume', () => Promise.resolve(null)),
    advance: async (rolloutId, by, wave, despiteGate) => {
      // Whoever is in an open wave has it before the next one opens, or before the rollout is called done.
      await carryOn(foundations, rolloutId);
      return further(rolloutId, by, 'advance', async (row) => {
        if (row.wave !== wave) return 'changed-meanwhile';
        if (quietUntil(planOf(row).quietHours, clock.now()) !== null) return 'quiet-hours';
        if (despiteGate) return null;
        const gate = await judgeWave(queries, row, clock.now());
        return gate === null || gate.verdict === 'passed' ? null : 'gate-not-passed';
      });
    },
    holdBack: async (rolloutId, by, event, reason) =>
      finish(rolloutId, await takeStep(foundations, rolloutId, { event, by, reason }, null)),
  };
}
