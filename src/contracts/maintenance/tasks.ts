import type { TechnicianRole } from './technician-list.ts';

/** A guided task: who may do it, whether a second person signs in for it, and its steps in the order of the screen. */
export interface TaskPlan {
  readonly role: TechnicianRole;
  readonly secondPerson: boolean;
  readonly steps: readonly string[];
}

/** Every guided task of maintenance mode. A step has its words in both catalogues under its name. */
export const TASKS = {
  'load-cards': {
    role: 'stock',
    secondPerson: true,
    steps: [
      'pack-label',
      'count-first',
      'count-second',
      'counts-differ',
      'explain-difference',
      'put-in',
      'count-left',
      'book',
      'not-booked',
      'done',
    ],
  },
  'count-stack': {
    role: 'stock',
    secondPerson: true,
    steps: [
      'take-out',
      'count-first',
      'count-second',
      'counts-differ',
      'explain-difference',
      'put-back',
      'book',
      'not-booked',
      'ledger-changed',
      'done',
    ],
  },
  /** Residents' own cards, in the acceptor. */
  'empty-retain-bin': {
    role: 'stock',
    secondPerson: true,
    steps: [
      'open-bin',
      'list-cards',
      'count-first',
      'count-second',
      'counts-differ',
      'explain-difference',
      'bag-number',
      'seal-bag',
      'book',
      'not-booked',
      'ledger-changed',
      'done',
    ],
  },
  /** Rejected blanks and new cards that nobody took, in the issuer. */
  'empty-reject-bin': {
    role: 'stock',
    secondPerson: true,
    steps: [
      'open-bin',
      'list-cards',
      'count-first',
      'count-second',
      'counts-differ',
      'explain-difference',
      'bag-number',
      'seal-bag',
      'book',
      'not-booked',
      'ledger-changed',
      'done',
    ],
  },
  'settle-unknown': {
    role: 'stock',
    secondPerson: true,
    steps: [
      'choose-unknown',
      'nothing-unknown',
      'advice',
      'where-found',
      'take-card-out',
      'place',
      'not-placed',
      'done',
    ],
  },
  'change-paper': {
    role: 'care',
    secondPerson: false,
    steps: ['open-cover', 'put-roll', 'close-cover', 'print-test', 'printer-says', 'paper-right', 'done'],
  },
  'replace-device': {
    role: 'care',
    secondPerson: false,
    steps: [
      'choose-device',
      'take-out',
      'plug-in',
      'look-for',
      'nothing-found',
      'choose-found',
      'self-test',
      'test-failed',
      'write-table',
      'not-written',
      'restart',
      'done',
    ],
  },
  'test-device': {
    role: 'care',
    secondPerson: false,
    steps: [
      'choose-device',
      'prepare',
      'testing',
      'draw',
      'look-at-camera',
      'hear-sound',
      'what-you-saw',
      'result',
      'done',
    ],
  },
  'export-logs': {
    role: 'care',
    secondPerson: false,
    steps: [
      'put-stick',
      'find-stick',
      'no-stick',
      'choose-stick',
      'write',
      'not-written',
      'take-stick',
      'done',
    ],
  },
  'set-clock': {
    role: 'care',
    secondPerson: false,
    steps: ['compare', 'choose-how', 'enter-time', 'set', 'not-set', 'done'],
  },
  'set-network': {
    role: 'care',
    secondPerson: false,
    steps: [
      'look',
      'choose-interface',
      'choose-how',
      'enter-address',
      'enter-gateway',
      'enter-name-server',
      'try',
      'not-reached',
      'keep',
      'done',
    ],
  },
  'set-screen': {
    role: 'care',
    secondPerson: false,
    steps: ['draw', 'touch-off', 'calibrate', 'not-calibrated', 'low-reach', 'apply', 'done'],
  },
  'close-service': {
    role: 'care',
    secondPerson: false,
    steps: ['choose-service', 'choose-reason', 'sure', 'write', 'done'],
  },
  'restart-core': { role: 'care', secondPerson: false, steps: ['sure', 'restart', 'done'] },
  'restart-machine': {
    role: 'care',
    secondPerson: false,
    steps: ['sure', 'restart', 'not-restarted', 'done'],
  },
  enrol: {
    role: 'keys',
    secondPerson: true,
    steps: ['how', 'scan-code', 'enter-code', 'enrol', 'not-enrolled', 'done'],
  },
  decommission: {
    role: 'keys',
    secondPerson: true,
    steps: ['what-is-left', 'sure', 'enter-kiosk-name', 'tell-centre', 'not-told', 'destroy', 'done'],
  },
  'unlock-technician': {
    role: 'supervisor',
    secondPerson: false,
    steps: ['choose-technician', 'nobody-locked', 'unlock', 'done'],
  },
} as const satisfies Record<string, TaskPlan>;

export type TaskKind = keyof typeof TASKS;
export type TaskStep<K extends TaskKind = TaskKind> = (typeof TASKS)[K]['steps'][number];
export const TASK_KINDS = Object.keys(TASKS) as [TaskKind, ...TaskKind[]];
