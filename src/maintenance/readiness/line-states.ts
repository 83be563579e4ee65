import type { ReadinessSubject } from '../../contracts/maintenance/readiness-report.ts';

/**
 * Every word a readiness line may have as its state, by what the line is about. `no-answer`, which any of them may have
 * beside these, says that what was asked did not answer in time.
 */
export const LINE_STATES = {
  /** XFS4IoT's device states, and `failing`: it works, and needs ever more tries. */
  device: [
    'starting',
    'online',
    'failing',
    'offline',
    'noDevice',
    'powerOff',
    'hardwareError',
    'userError',
    'deviceBusy',
    'fraudAttempt',
  ],
  stack: ['enough', 'low', 'empty', 'disagrees'],
  bin: ['room', 'nearly-full', 'full', 'look-into'],
  paper: ['full', 'low', 'out', 'cover-open', 'cutter-error'],
  link: ['up', 'asking', 'down'],
  queue: ['empty', 'waiting', 'old'],
  'dead-letters': ['none', 'some'],
  'open-transactions': ['none', 'some'],
  /** `none`, else one line for each: the `Unknown` of src/transaction/unknown-advice.ts. */
  'unknown-transactions': ['none', 'unknown'],
  'cards-out-of-sight': ['none', 'some'],
  invariants: ['held', 'violated'],
  clock: ['right', 'off', 'far-off', 'not-compared'],
  certificate: ['valid', 'ends-soon', 'not-in-force', 'not-trusted', 'plain-http'],
  enrolment: ['enrolled', 'not-enrolled'],
  'technician-list': ['in-force', 'old', 'missing', 'broken'],
  disk: ['room', 'low', 'nearly-full'],
  memory: ['steady', 'growing', 'high'],
  database: ['sound', 'damaged'],
  backup: ['fresh', 'old', 'missing'],
  versions: ['running'],
  configuration: [
    'read',
    'changed-since',
    'as-assigned',
    'waiting',
    'on-trial',
    'refused',
    'returned',
    'frozen',
  ],
  camera: ['good', 'too-dark', 'too-bright', 'blurred', 'not-measured', 'no-camera'],
  touch: ['touched', 'silent-long', 'page-silent', 'not-told'],
  network: ['connected', 'not-connected'],
  power: ['mains', 'battery', 'battery-low'],
  door: ['closed', 'open'],
  'services-closed': ['none', 'some'],
  'unfinished-task': ['left', 'must-finish'],
} as const satisfies Record<ReadinessSubject, readonly string[]>;

/** The words for one subject. */
export type LineState<S extends ReadinessSubject> = (typeof LINE_STATES)[S][number] | 'no-answer';
