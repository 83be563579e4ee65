import { z } from 'zod';
import { instant } from '../fields.ts';
import { fleetWord } from './fleet.ts';

const kioskId = z.string().min(1).max(80);
const words = z.array(fleetWord).min(1).max(50).nullable();
/** Of the kiosks that a choice fits; who is left falls to later waves. */
const percent = z.number().int().min(1).max(100);

/** Who tries it first. */
export const canary = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('kiosks'), kiosks: z.array(kioskId).min(1).max(500) }),
  z.strictObject({ by: z.literal('tags'), tags: z.array(fleetWord).min(1).max(50) }),
  /** So many, chosen when the rollout is made: a kiosk that comes later is never one of them. */
  z.strictObject({ by: z.literal('number'), number: z.number().int().min(1).max(500) }),
]);
export type Canary = z.infer<typeof canary>;

/** What must be seen of a wave before the next one opens. A figure above a limit pauses the rollout by itself. */
export const gate = z.strictObject({
  /** Minutes to watch since the wave opened (or the rollout went on). */
  watchMinutes: z.number().int().min(0).max(20_160),
  /** Journeys on the new configuration that must have been seen. */
  fewestJourneys: z.number().int().min(0).max(1_000_000),
  /** Percentage points by which more journeys may fail than at the same kiosks in the 7 days before. */
  mostFailedPoints: z.number().min(0).max(100),
  /** Percent of the kiosks that got it which may have gone back by themselves or refused it. */
  mostReturnedPercent: z.number().min(0).max(100),
  /** Percent of them that may be out of hearing when the time is over. */
  mostSilentPercent: z.number().min(0).max(100),
});
export type Gate = z.infer<typeof gate>;

/** A choice fits a kiosk that has one of the regions, one of the models and one of the tags; null asks for nothing. */
export const wave = z.strictObject({
  name: z.string().trim().min(1).max(40),
  regions: words,
  models: words,
  tags: words,
  percent,
  gate,
});
export type Wave = z.infer<typeof wave>;

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** The whole of it. A plan that agrees with this may still be a bad one: src/rollout/plan-faults.ts. */
export const rolloutPlan = z.strictObject({
  canary,
  canaryGate: gate,
  /** The last one takes everybody who is left. */
  waves: z.array(wave).min(1).max(12),
  /** Nothing begins before; null: when somebody starts it. */
  notBefore: instant.nullable(),
  /** In Asia/Shanghai, `08:00` to `18:00`: nothing widens meanwhile. `until` before `from`: over midnight. */
  quietHours: z.strictObject({ from: timeOfDay, until: timeOfDay }).nullable(),
  /** Whether a passed gate opens the next wave, or an operator does. */
  advance: z.enum(['automatic', 'by-hand']),
});
export type RolloutPlan = z.infer<typeof rolloutPlan>;
