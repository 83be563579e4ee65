import { z } from 'zod';
import { TASK_KINDS } from './tasks.ts';

/** `stop`: somebody cannot be served. `soon`: will be, unless something is done. `well`: nothing to do. */
export const READINESS_LEVELS = ['stop', 'soon', 'well'] as const;
export type ReadinessLevel = (typeof READINESS_LEVELS)[number];

/** What a line of the readiness page is about. Devices and bins come once for each. */
export const READINESS_SUBJECTS = [
  'device',
  'stack',
  'bin',
  'paper',
  'link',
  'queue',
  'dead-letters',
  'open-transactions',
  'unknown-transactions',
  'cards-out-of-sight',
  'invariants',
  'clock',
  'certificate',
  'enrolment',
  'technician-list',
  'disk',
  'memory',
  'database',
  'backup',
  'versions',
  'configuration',
  'camera',
  'touch',
  'network',
  'power',
  'door',
  'services-closed',
  'unfinished-task',
] as const;
export type ReadinessSubject = (typeof READINESS_SUBJECTS)[number];

export const readinessLine = z.object({
  subject: z.enum(READINESS_SUBJECTS),
  /** Device id, bin name, task id: which one, where there are several. */
  which: z.string().max(80).nullable(),
  level: z.enum(READINESS_LEVELS),
  /** Word of a closed set for this subject, e.g. an XFS4IoT device state; `''` where the facts say all. */
  state: z.string().max(60),
  /** Trouble code for technicians. */
  code: z.string().max(80).nullable(),
  /** Milliseconds since the epoch: in this state since; last success. */
  since: z.number().nullable(),
  lastSuccess: z.number().nullable(),
  /** Numbers and words of this subject, by name: `ledger`, `sensor`, `freeBytes`, `offsetMs` … Never a person. */
  facts: z.record(z.string().max(40), z.union([z.string().max(120), z.number(), z.boolean(), z.null()])),
  /** What to do next; null where nothing is to be done. */
  next: z
    .enum(TASK_KINDS)
    .or(z.enum(['check-cable', 'call-centre', 'wait', 'clean-camera', 'more-light']))
    .nullable(),
});
export type ReadinessLine = z.infer<typeof readinessLine>;

/** The readiness page, and what a kiosk tells the centre each morning. Red first. */
export const readinessReport = z.object({
  kioskId: z.string().nullable(),
  kioskName: z.string(),
  madeAt: z.number(),
  level: z.enum(READINESS_LEVELS),
  lines: z.array(readinessLine).max(200),
});
export type ReadinessReport = z.infer<typeof readinessReport>;
