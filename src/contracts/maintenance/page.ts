import { z } from 'zod';
import { alarm } from './alarm.ts';
import { readinessReport } from './readiness-report.ts';
import { TASK_KINDS } from './tasks.ts';
import { technicianId } from './technician-list.ts';

export const SIGN_IN_PROBLEMS = [
  /** Id, code, card or PIN: which of them is not said. */
  'wrong',
  /** Until `waitUntil`. */
  'wait',
  'locked',
  'card-not-read',
  'reader-down',
  /** Technician list missing, broken or not for today. */
  'no-list',
  'not-this-role',
  'same-person',
] as const;

/** A number or a word that a sentence needs. Never a person, except a masked owner where the rule book asks for it. */
export const taskFacts = z.record(z.string().max(40), z.union([z.string().max(200), z.number()]));
export type TaskFacts = z.infer<typeof taskFacts>;

export const taskOption = z.object({
  value: z.string().max(80),
  /** null: the catalogue has the words for this value. */
  label: z.string().max(120).nullable(),
  note: z.string().max(200).nullable(),
});
export type TaskOption = z.infer<typeof taskOption>;

/** One card of a bin: why it is there and whose, masked. */
export const listedCard = z.object({
  card: z.string().max(80),
  origin: z.enum(['blank', 'resident']),
  reason: z.string().max(80),
  /** Milliseconds since the epoch. */
  since: z.number().nullable(),
  ownerMasked: z.string().max(60).nullable(),
  reference: z.string().max(40).nullable(),
});
export type ListedCard = z.infer<typeof listedCard>;

/** What a step wants of the person in front of it. */
export const taskAsk = z.discriminatedUnion('kind', [
  /** Do it, then touch the button. */
  z.object({ kind: z.literal('do') }),
  z.object({ kind: z.literal('count'), most: z.number().int() }),
  z.object({ kind: z.literal('choose'), options: z.array(taskOption).max(60) }),
  z.object({
    kind: z.literal('enter'),
    what: z.enum(['bag-number', 'enrolment-code', 'kiosk-name', 'time', 'address', 'gateway', 'name-server']),
    longest: z.number().int(),
    /** What stands there at first. */
    value: z.string().max(80),
    problem: z.boolean(),
  }),
  z.object({ kind: z.literal('cards'), cards: z.array(listedCard).max(300) }),
  /** The machine works; nothing to touch. */
  z.object({ kind: z.literal('running'), expectSeconds: z.number() }),
  /** Draw through every field; the answer is how many were missed. */
  z.object({ kind: z.literal('draw'), columns: z.number().int(), rows: z.number().int() }),
  /** The picture stays on the screen; the answer is its light and focus. */
  z.object({ kind: z.literal('camera') }),
  z.object({ kind: z.literal('sound') }),
  /** Over. */
  z.object({ kind: z.literal('end'), outcome: z.enum(['done', 'given-up', 'failed']) }),
]);
export type TaskAsk = z.infer<typeof taskAsk>;

export const unfinishedTask = z.object({
  id: z.string().max(40),
  kind: z.enum(TASK_KINDS),
  step: z.string().max(40),
  technician: technicianId,
  startedAt: z.number(),
  /** Cards were perhaps moved: it must be gone on with, not given up. */
  mustFinish: z.boolean(),
});
export type UnfinishedTask = z.infer<typeof unfinishedTask>;

/** Device care: what a device has done since it was put in. */
export const deviceCare = z.object({
  device: z.string(),
  deviceClass: z.string(),
  state: z.string(),
  code: z.string().nullable(),
  /** Which rung of the recovery ladder is being tried, when the next, and how often it was tried. */
  ladder: z.object({ act: z.string(), nextAt: z.number().nullable(), failures: z.number().int() }).nullable(),
  operations: z.number().int(),
  retries: z.number().int(),
  faults: z.array(z.object({ code: z.string(), count: z.number().int() })).max(20),
  /** Milliseconds; null before the first fault. */
  meanTimeBetweenFaultsMs: z.number().nullable(),
  countingSince: z.number(),
  lastSuccess: z.number().nullable(),
  failing: z.boolean(),
});
export type DeviceCare = z.infer<typeof deviceCare>;

/** What a technician sees: the one `maintenance` screen, page by page. */
export const maintenancePage = z.discriminatedUnion('page', [
  z.object({
    page: z.literal('sign-in'),
    step: z.enum(['how', 'card', 'code', 'pin']),
    /** The second person is asked for when a task needs one. */
    person: z.enum(['first', 'second']),
    technician: technicianId.nullable(),
    problem: z.enum(SIGN_IN_PROBLEMS).nullable(),
    waitUntil: z.number().nullable(),
    checking: z.boolean(),
  }),
  z.object({
    page: z.literal('readiness'),
    technician: technicianId,
    report: readinessReport.nullable(),
    /** What this technician may begin now; the reason where not. */
    tasks: z.array(
      z.object({
        kind: z.enum(TASK_KINDS),
        why: z
          .enum(['not-this-role', 'not-fitted', 'enrolled-already', 'unfinished-first', 'revoked'])
          .nullable(),
      }),
    ),
    unfinished: z.array(unfinishedTask).max(20),
    paper: z.enum(['offered', 'printing', 'printed', 'failed', 'not-possible']),
    saved: z.enum(['offered', 'saving', 'saved', 'no-stick', 'failed']),
  }),
  z.object({
    page: z.literal('devices'),
    technician: technicianId,
    devices: z.array(deviceCare).max(50),
    alarms: z.array(alarm).max(60),
  }),
  z.object({
    page: z.literal('task'),
    technician: technicianId,
    second: technicianId.nullable(),
    kind: z.enum(TASK_KINDS),
    step: z.string().max(40),
    progress: z.object({ step: z.number().int(), of: z.number().int() }),
    facts: taskFacts,
    ask: taskAsk,
    /** One step back is possible: nothing was done since that cannot be undone. */
    back: z.boolean(),
    /** It may be left for later; `give-up` where nothing has happened yet. */
    leave: z.enum(['give-up', 'later', 'no']),
  }),
  /** Leaving checks readiness. */
  z.object({
    page: z.literal('leaving'),
    technician: technicianId,
    checking: z.boolean(),
    report: readinessReport.nullable(),
  }),
]);
export type MaintenancePage = z.infer<typeof maintenancePage>;
export type MaintenancePageOf<P extends MaintenancePage['page']> = Extract<MaintenancePage, { page: P }>;
