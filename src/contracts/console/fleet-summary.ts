import { z } from 'zod';
import { instant } from '../fields.ts';
import { ALARMS } from '../maintenance/alarm.ts';
import { serviceId } from '../service.ts';
import { kioskPresence, runsOut } from './fleet.ts';
import { ROLLOUT_STATES } from './rollouts.ts';
import { WORK_ITEM_KINDS } from './work.ts';

const count = z.number().int().nonnegative();

/** GET /fleet/summary [everybody]: the front page. */
export const fleetSummary = z.strictObject({
  madeAt: instant,
  presence: z.array(z.strictObject({ presence: kioskPresence, kiosks: count })),
  /** Which service is down where and why; kiosks that are up or late, most first. */
  servicesOff: z.array(
    z.strictObject({
      service: serviceId,
      reason: z.string().nullable(),
      region: z.string().nullable(),
      kiosks: count,
    }),
  ),
  /** Standing and not acknowledged, and acknowledged. */
  alarms: z.array(z.strictObject({ kind: z.enum(ALARMS), standing: count, quiet: count })),
  /** Used up within seven days, soonest first; at most 100. */
  runningOut: z.array(
    z.strictObject({
      kioskId: z.string(),
      kioskName: z.string(),
      region: z.string().nullable(),
      ...runsOut.shape,
    }),
  ),
  work: z.array(z.strictObject({ kind: z.enum(WORK_ITEM_KINDS), open: count, waitsForSecond: count })),
  rollouts: z.array(
    z.strictObject({
      rolloutId: z.string(),
      releaseId: z.string(),
      title: z.string(),
      state: z.enum(ROLLOUT_STATES),
      wave: z.number().int(),
      kiosks: count,
      running: count,
    }),
  ),
  /** Everything that waits in kiosks' queues. */
  queue: z.strictObject({ waiting: count, deadLetters: count, kiosksWaiting: count }),
  /** Emergency off. */
  closedServices: z.array(z.strictObject({ service: z.string(), since: instant, reason: z.string() })),
});
export type FleetSummary = z.infer<typeof fleetSummary>;
