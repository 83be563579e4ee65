import { z } from 'zod';

/** What a kiosk tells the centre before residents notice. An alarm stands until what raised it is over. */
export const ALARMS = [
  'paper-low',
  'paper-out',
  'stock-low',
  'stock-empty',
  'bin-nearly-full',
  'bin-full',
  'device-down',
  /** The fingerprint of a failing device: it still works, and needs ever more tries. */
  'device-failing',
  'memory-growing',
  'screen-frozen',
  'touch-dead',
  'core-wedged',
  'disk-low',
  'clock-off',
  'cards-out-of-sight',
  'invariant-violated',
  'dead-letters',
  'on-battery',
  'door-open',
  'technician-locked-out',
  'maintenance-too-long',
  /** A configuration was refused or made the kiosk fail; it runs the last good one. */
  'configuration-refused',
  /** The link is up and nothing newer comes: somebody may be holding it back. */
  'configuration-frozen',
] as const;
export type AlarmKind = (typeof ALARMS)[number];

export const alarm = z.object({
  kind: z.enum(ALARMS),
  /** Device id, bin name …; null where there is one of it. */
  which: z.string().max(80).nullable(),
  /** Milliseconds since the epoch. */
  since: z.number(),
  /** e.g. `blanks 9 of 20`; codes and numbers, never a person. */
  detail: z.string().max(120).nullable(),
});
export type Alarm = z.infer<typeof alarm>;
