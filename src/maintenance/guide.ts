import type { ListedCard, TaskAsk, TaskFacts, TaskOption } from '../contracts/maintenance/page.ts';
import type { TaskKind, TaskStep } from '../contracts/maintenance/tasks.ts';

/** What a step may answer and an act may bring back: kept on disk as JSON. */
export type Kept = null | boolean | number | string | readonly Kept[] | { readonly [name: string]: Kept };

export interface ActTools {
  /** Name of this act, the same after a power cut: custody acts are counted once by it. */
  readonly act: string;
  /** It was begun before and its end is not known: look first, or do only what may be done twice. */
  readonly again: boolean;
  readonly signal: AbortSignal;
}

/** An act of a task and a step, with how often that step has acted in this task before: never used for another act. */
export const actName = (task: string, step: string, before: number): string =>
  before === 0 ? `${task}-${step}` : `${task}-${step}-${before + 1}`;

/**
 * Leads a technician through one task. A task is a plain function that asks step by step; each answer and each end of
 * an act is on disk before the next step is shown, and after a power cut the function runs from its beginning over
 * what is on disk. So a task may decide only by what the guide brought back, and does anything lasting inside `act`.
 */
export interface Guide<K extends TaskKind = TaskKind> {
  readonly task: string;
  readonly technician: string;
  /** Signed in for this task, where its plan asks for two. */
  readonly second: string | null;
  /** A thing to do with the hands, or to read. */
  do(step: TaskStep<K>, facts?: TaskFacts): Promise<void>;
  count(step: TaskStep<K>, most: number, facts?: TaskFacts): Promise<number>;
  /** One of the values; options that are data (devices, sticks) carry labels. */
  choose<V extends string>(
    step: TaskStep<K>,
    options: readonly (V | (TaskOption & { readonly value: V }))[],
    facts?: TaskFacts,
  ): Promise<V>;
  /** Typed text, asked again until `right` accepts it. `forget`: never on disk; asked anew after a power cut. */
  enter(
    step: TaskStep<K>,
    what: Extract<TaskAsk, { kind: 'enter' }>['what'],
    options: {
      readonly longest: number;
      readonly value?: string;
      readonly right: (text: string) => boolean;
      readonly forget?: boolean;
    },
    facts?: TaskFacts,
  ): Promise<string>;
  /**
   * Shown for checking against what is in the hand; touched when read. The list is made when it is shown and never kept:
   * it may hold masked owners.
   */
  cards(step: TaskStep<K>, list: () => readonly ListedCard[], facts?: TaskFacts): Promise<void>;
  /** Fields missed of the drawing test. */
  draw(step: TaskStep<K>, columns: number, rows: number, facts?: TaskFacts): Promise<number>;
  /** Whether the technician found light and focus right. */
  camera(step: TaskStep<K>, facts?: TaskFacts): Promise<'right' | 'not-right'>;
  sound(step: TaskStep<K>, facts?: TaskFacts): Promise<'heard' | 'not-heard'>;
  /**
   * From here on something was perhaps moved by hand: the task can be left for later and never given up. On disk before
   * the next step is shown.
   */
  mustFinish(): void;
  /** The intent is on disk before `run`, what it brought back after it. From here on the task cannot be given up. */
  act<T extends Kept>(
    step: TaskStep<K>,
    expectSeconds: number,
    run: (tools: ActTools) => Promise<T>,
    facts?: TaskFacts,
  ): Promise<T>;
  /** Something looked up that may be looked up again: not an act, only a fact kept so that a replay sees the same. */
  look<T extends Kept>(
    step: TaskStep<K>,
    expectSeconds: number,
    run: (signal: AbortSignal) => Promise<T>,
  ): Promise<T>;
}

/** How a task ended, with the facts of its last screen. */
export interface TaskEnd {
  readonly outcome: 'done' | 'given-up' | 'failed';
  readonly facts: TaskFacts;
}

export const taskDone = (facts: TaskFacts = {}): TaskEnd => ({ outcome: 'done', facts });
export const taskFailed = (facts: TaskFacts): TaskEnd => ({ outcome: 'failed', facts });

/** One task's script. */
export type TaskScript<K extends TaskKind = TaskKind> = (guide: Guide<K>) => Promise<TaskEnd>;
