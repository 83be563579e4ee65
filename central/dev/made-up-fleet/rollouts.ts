import type { Gate, RolloutPlan, Wave } from '../../../src/contracts/console/rollout-plan.ts';
import type { Foundations } from '../../foundations.ts';
import { instantNow } from '../../moments.ts';
import { carryOn } from '../../rollouts/carry-on.ts';
import { createRollout } from '../../rollouts/make-rollout.ts';
import { operatorSteps } from '../../rollouts/operator-steps.ts';
import { CANARY_TAG, type MadeUpKiosk } from './halls.ts';
import { type TakesIn, takeIn } from './take-in.ts';

const DAY_MINUTES = 1_440;
const EASY: Gate = {
  watchMinutes: 0,
  fewestJourneys: 0,
  mostFailedPoints: 100,
  mostReturnedPercent: 100,
  mostSilentPercent: 100,
};
const CAREFUL: Gate = {
  watchMinutes: 2 * DAY_MINUTES,
  fewestJourneys: 30,
  mostFailedPoints: 8,
  mostReturnedPercent: 20,
  mostSilentPercent: 30,
};

const wave = (name: string, gate: Gate, rest: Partial<Wave> = {}): Wave => ({
  name,
  regions: null,
  models: null,
  tags: null,
  percent: 100,
  gate,
  ...rest,
});

const PLAN: Pick<RolloutPlan, 'canary' | 'notBefore' | 'advance'> = {
  canary: { by: 'tags', tags: [CANARY_TAG] },
  notBefore: null,
  advance: 'automatic',
};

/** Everybody at once after the canary. */
export const QUICK_PLAN: RolloutPlan = {
  ...PLAN,
  canaryGate: EASY,
  waves: [wave('全部', EASY)],
  quietHours: null,
};
/** The biggest towns, half of the rest, everybody; nothing widens while halls are open. */
export const planByRegions = (regions: readonly string[]): RolloutPlan => ({
  ...PLAN,
  canaryGate: { ...CAREFUL, watchMinutes: DAY_MINUTES / 2 },
  waves: [
    wave(regions.join('、'), CAREFUL, { regions: [...regions] }),
    wave('其余市县先推一半', CAREFUL, { percent: 50 }),
    wave('其余全部', CAREFUL),
  ],
  quietHours: { from: '08:30', until: '17:30' },
});

/** A rollout that an approver made and started. */
export async function startedRollout(
  foundations: Foundations,
  releaseId: string,
  plan: RolloutPlan,
  by: string,
): Promise<string> {
  const made = await createRollout(foundations, { rolloutId: null, releaseId, plan }, by);
  if (!made.ok) throw new Error(`${made.error.refusal}: ${JSON.stringify(made.error.faults)}`);
  const started = await operatorSteps(foundations).start(made.value, by);
  if (!started.ok) throw new Error(started.error);
  await carryOn(foundations, made.value);
  return made.value;
}

/** Whoever was given something takes it in, each in its own way; then the rollout goes on as far as it may. */
export async function everybodyTakesIn(
  foundations: Foundations,
  rolloutId: string,
  kiosks: readonly MadeUpKiosk[],
  manner: (kiosk: MadeUpKiosk) => TakesIn | null,
): Promise<void> {
  const { queries, clock } = foundations;
  const heard = kiosks.filter((kiosk) => manner(kiosk) !== null).map(({ kioskId }) => kioskId);
  await queries
    .updateTable('kiosk_configuration')
    .set({ polled_at: instantNow(clock) })
    .where('kiosk_id', 'in', heard)
    .execute();
  const given = await queries
    .selectFrom('rollout_member')
    .select('kiosk_id')
    .where('rollout_id', '=', rolloutId)
    .where('state', '=', 'assigned')
    .execute();
  const ids = new Set(given.map(({ kiosk_id }) => kiosk_id));
  for (const kiosk of kiosks) {
    const how = ids.has(kiosk.kioskId) ? manner(kiosk) : null;
    if (how !== null) await takeIn(foundations, kiosk.kioskId, how);
  }
  await carryOn(foundations, rolloutId);
}
