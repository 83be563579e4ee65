import type { TaskAsk, TaskFacts } from '../../src/contracts/maintenance/page.ts';
import type { TaskKind, TaskStep } from '../../src/contracts/maintenance/tasks.ts';

/** A sentence, or one that numbers and words of the step go into. */
export type Sentence = string | ((facts: TaskFacts) => string);

/** One value that can be chosen, with a line below it where that helps. */
export type ValueWords = string | readonly [label: string, note: string];

/** What a technician reads on one step. */
export interface StepWords {
  readonly title: Sentence;
  readonly lead?: Sentence;
  /** On the one big button, where it says more than “done”. */
  readonly button?: string;
  /** While the machine looks something up for this step. */
  readonly running?: Sentence;
  readonly values?: Readonly<Record<string, ValueWords>>;
}

/** Words for every step of a task's plan. */
export interface TaskWords<K extends TaskKind> {
  readonly steps: { readonly [S in TaskStep<K>]: StepWords };
}
export type TasksWords = { readonly [K in TaskKind]: TaskWords<K> };

/** Drawings of technicians' hands at work; each has a name for those who do not see it. */
export const TECHNICIAN_PICTURES = [
  'open-cabinet',
  'close-cabinet',
  'look-inside',
  'machine-works',
  'restart',
  'pack-label',
  'count-first',
  'count-second',
  'fill-stack',
  'empty-stack',
  'retain-bin',
  'reject-bin',
  'sealed-bag',
  'seal-bag',
  'open-cover',
  'close-cover',
  'paper-roll',
  'test-print',
  'cable-out',
  'cable-in',
  'stick-in',
  'stick-out',
  'touch-grid',
  'network-plug',
  'test-device',
  'speaker',
  'two-clocks',
  'enrolment-code',
  'end-of-keys',
  'service-tile',
  'unlock',
  'what-is-left',
  'lay-id-card',
  'insert-card',
  'card-into-acceptor',
  'code-to-scanner',
  'press-keys',
  'lamps',
  'low-reach',
] as const;
export type TechnicianPicture = (typeof TECHNICIAN_PICTURES)[number];

type EnterWhat = Extract<TaskAsk, { kind: 'enter' }>['what'];
type Outcome = Extract<TaskAsk, { kind: 'end' }>['outcome'];

/** What surrounds every step: buttons, pads, gauges, ends. */
export interface TaskFrameWords {
  readonly step: (step: number, of: number) => string;
  readonly back: string;
  readonly leave: { readonly 'give-up': string; readonly later: string };
  readonly leaveTitle: { readonly 'give-up': string; readonly later: string };
  readonly leaveLead: { readonly 'give-up': string; readonly later: string };
  readonly leaveYes: { readonly 'give-up': string; readonly later: string };
  readonly leaveStay: string;
  readonly done: string;
  readonly running: string;
  readonly counted: string;
  readonly countEmpty: string;
  readonly countConfirm: (count: number) => string;
  readonly countMissing: string;
  readonly countMost: (most: number) => string;
  readonly enter: Readonly<Record<EnterWhat, { readonly label: string; readonly problem: string }>>;
  readonly enterOk: string;
  readonly enterShort: string;
  readonly cardsTotal: (cards: number) => string;
  readonly cardsCount: (cards: number) => string;
  readonly cardsOther: string;
  readonly cardsNone: string;
  readonly cardsSeen: string;
  readonly cardOwner: (owner: string) => string;
  readonly cardReference: (reference: string) => string;
  readonly cardSince: (moment: string) => string;
  readonly runningFor: (seconds: number) => string;
  readonly runningForHand: (seconds: number) => string;
  readonly runningLong: string;
  readonly runningHandsOff: string;
  readonly drawLeft: (fields: number) => string;
  readonly drawWayOut: (seconds: number) => string;
  readonly drawGiveUp: (missed: number) => string;
  readonly cameraLight: string;
  readonly cameraFocus: string;
  readonly cameraLightWords: Readonly<Record<'dark' | 'right' | 'bright', string>>;
  readonly cameraFocusWords: Readonly<Record<'blurred' | 'right', string>>;
  readonly cameraWaiting: string;
  readonly cameraNone: string;
  readonly cameraStays: string;
  readonly cameraRight: string;
  readonly cameraNotRight: string;
  readonly soundAgain: string;
  readonly soundSilent: string;
  readonly soundHeard: string;
  readonly soundNotHeard: string;
  readonly endTitle: Readonly<Record<Exclude<Outcome, 'done'>, string>>;
  readonly endLead: Readonly<Record<Exclude<Outcome, 'done'>, string>>;
  readonly endButton: string;
}

/** Everything of the task page in one language. */
export interface TaskCatalogue {
  readonly frame: TaskFrameWords;
  readonly tasks: TasksWords;
  readonly pictures: Readonly<Record<TechnicianPicture, string>>;
  /** Words for values that stand in facts and options of several steps: devices, reasons, places. */
  readonly values: Readonly<Record<string, string>>;
  /** What a trouble code means for the hands in front of the kiosk. */
  readonly codes: Readonly<Record<string, string>>;
  readonly unknownCode: (code: string) => string;
  /** Why a card is in a bin. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly reasonOther: Readonly<Record<'blank' | 'resident', string>>;
  readonly reasonCode: (reason: string) => string;
  /** Names of what an end lists. */
  readonly facts: Readonly<Record<string, string>>;
}

/** A fact as it goes into a sentence; `？` where the step did not bring it, so that nobody reads a wrong number. */
export function fact(facts: TaskFacts, name: string): string {
  const found = facts[name];
  return found === undefined ? '？' : `${found}`;
}

/** The sentence of a table for the word that stands in a fact; undefined for a word without one. */
export function words(
  facts: TaskFacts,
  name: string,
  table: Readonly<Record<string, string>>,
): string | undefined {
  return table[fact(facts, name)];
}
