import type { MaintenancePageOf } from '../../../src/contracts/maintenance/page.ts';
import type { TaskKind, TaskStep } from '../../../src/contracts/maintenance/tasks.ts';
import type { TechnicianPicture } from '../../texts/task-words.ts';
import { systemLooks } from './system-looks.ts';

/** How a step looks, the same in every language. */
export interface StepLook {
  /** Shows where the hands go. */
  readonly picture?: TechnicianPicture;
  /** Instead of it for devices of these classes: each wants the hand in another place. */
  readonly pictures?: Readonly<Record<string, TechnicianPicture>>;
  /** While the machine is at work here it waits for a hand; or only with devices of these classes. */
  readonly handWanted?: true | readonly string[];
  /** A thing that failed, or a question before what cannot be undone. */
  readonly tone?: 'warn' | 'bad';
  /** Facts listed under the words, in this order. */
  readonly lists?: readonly string[];
  /** The fact named like a value is that value's name, or the line below it. */
  readonly factIs?: 'label' | 'note';
}
export type LooksOf<K extends TaskKind> = { readonly [S in TaskStep<K>]: StepLook };

const counting = {
  'count-first': { picture: 'count-first' },
  'count-second': { picture: 'count-second' },
  'counts-differ': { picture: 'count-second', tone: 'warn' },
  'explain-difference': { tone: 'warn' },
  book: {},
  'not-booked': { tone: 'warn' },
} as const;

const ledgerChanged = { picture: 'count-second', tone: 'warn' } as const;
const UNKNOWN_FACTS = ['machine', 'reference', 'reason'] as const;

/** What the hand does, or what the eyes see, when a device is tested alone. */
const TESTS = {
  'id-card-reader': 'lay-id-card',
  'social-card-reader': 'insert-card',
  'card-acceptor': 'card-into-acceptor',
  'card-issuer': 'machine-works',
  'pin-pad': 'press-keys',
  'receipt-printer': 'test-print',
  'document-printer': 'test-print',
  'code-scanner': 'code-to-scanner',
  'cabinet-board': 'lamps',
} as const satisfies Readonly<Record<string, TechnicianPicture>>;

const WAITS_FOR_HAND = [
  'id-card-reader',
  'social-card-reader',
  'card-acceptor',
  'pin-pad',
  'code-scanner',
] as const;

const bin = (picture: TechnicianPicture) =>
  ({
    ...counting,
    'open-bin': { picture },
    'list-cards': {},
    'bag-number': { picture: 'sealed-bag' },
    'seal-bag': { picture: 'seal-bag' },
    'ledger-changed': ledgerChanged,
    done: { picture: 'close-cabinet' },
  }) as const;

const LOOKS: { readonly [K in TaskKind]: LooksOf<K> } = {
  'load-cards': {
    ...counting,
    'pack-label': { picture: 'pack-label' },
    'put-in': { picture: 'fill-stack' },
    'count-left': { picture: 'count-first' },
    done: { picture: 'close-cabinet' },
  },
  'count-stack': {
    ...counting,
    'take-out': { picture: 'empty-stack' },
    'put-back': { picture: 'fill-stack' },
    'ledger-changed': ledgerChanged,
    done: { picture: 'close-cabinet' },
  },
  'empty-retain-bin': bin('retain-bin'),
  'empty-reject-bin': bin('reject-bin'),
  'settle-unknown': {
    'choose-unknown': {},
    'nothing-unknown': {},
    advice: { picture: 'look-inside', lists: UNKNOWN_FACTS },
    'where-found': { lists: UNKNOWN_FACTS },
    'take-card-out': { picture: 'look-inside', lists: UNKNOWN_FACTS },
    place: {},
    'not-placed': { tone: 'warn' },
    done: { picture: 'close-cabinet' },
  },
  'change-paper': {
    'open-cover': { picture: 'open-cover' },
    'put-roll': { picture: 'paper-roll' },
    'close-cover': { picture: 'close-cover' },
    'print-test': { picture: 'test-print' },
    'printer-says': { tone: 'warn', lists: ['paper', 'cover', 'cutter'] },
    'paper-right': { picture: 'test-print' },
    done: { picture: 'close-cabinet' },
  },
  'replace-device': {
    'choose-device': { factIs: 'label' },
    'take-out': { picture: 'cable-out' },
    'plug-in': { picture: 'cable-in' },
    'look-for': { picture: 'test-device' },
    'nothing-found': { picture: 'cable-in', tone: 'warn' },
    'choose-found': {},
    'self-test': { picture: 'test-device' },
    'test-failed': { tone: 'bad' },
    'write-table': {},
    'not-written': { tone: 'bad' },
    restart: { picture: 'restart' },
    done: { picture: 'close-cabinet' },
  },
  'test-device': {
    'choose-device': { factIs: 'label' },
    prepare: { picture: 'test-device', pictures: TESTS },
    testing: { picture: 'test-device', pictures: TESTS, handWanted: WAITS_FOR_HAND },
    draw: {},
    'look-at-camera': {},
    'hear-sound': { picture: 'speaker' },
    'what-you-saw': { picture: 'test-print', pictures: TESTS },
    result: { lists: ['layout', 'portrait', 'chip', 'keys', 'length', 'atr', 'paper', 'missed'] },
    done: {},
  },
  'set-screen': {
    draw: {},
    'touch-off': { picture: 'touch-grid', tone: 'warn' },
    calibrate: { picture: 'touch-grid', handWanted: true },
    'not-calibrated': { picture: 'touch-grid', tone: 'warn' },
    'low-reach': { picture: 'low-reach' },
    apply: {},
    done: {},
  },
  'close-service': {
    'choose-service': { factIs: 'note' },
    'choose-reason': {},
    sure: { picture: 'service-tile', tone: 'warn' },
    write: {},
    done: {},
  },
  ...systemLooks,
};

/** How this step looks; nothing special where a newer core shows a step this page does not know. */
export function lookOf(kind: TaskKind, step: string): StepLook {
  const looks: Readonly<Record<string, StepLook>> = LOOKS[kind];
  return looks[step] ?? {};
}

type Shown = Pick<MaintenancePageOf<'task'>, 'kind' | 'step' | 'facts'>;

/** Whether the machine, at work, waits for a hand. */
export function waitsForHand({ kind, step, facts }: Shown): boolean {
  const { handWanted = [] } = lookOf(kind, step);
  return handWanted === true || handWanted.includes(`${facts.deviceClass}`);
}

/** The drawing of what is shown now; undefined where it has none. */
export function pictureOf({ kind, step, facts }: Shown): TechnicianPicture | undefined {
  const { picture, pictures } = lookOf(kind, step);
  return pictures?.[`${facts.deviceClass}`] ?? picture;
}
