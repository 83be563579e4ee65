import type { TaskAsk, TaskFacts } from '../../../../src/contracts/maintenance/page.ts';
import { TASKS } from '../../../../src/contracts/maintenance/tasks.ts';
import {
  type ActTools,
  actName,
  type Guide,
  type Kept,
  type TaskEnd,
  type TaskScript,
  taskFailed,
} from '../../../../src/maintenance/guide.ts';
import { answerFits } from '../../../../src/maintenance/task-answer.ts';
import {
  type Found,
  type RecordedStep,
  type Remembered,
  TaskRecord,
} from '../../../../src/maintenance/task-record.ts';
import type { MaintenanceTaskStore, StoredTask } from '../../store/maintenance-task-store.ts';
import type { TaskPage } from '../task-desk.ts';

type Answer = string | number | null;

/** What stands on the screen; `take` is there while an answer is waited for. */
interface Shown {
  readonly step: string;
  readonly facts: TaskFacts;
  readonly ask: TaskAsk;
  readonly take: ((value: Answer) => void) | null;
}

export interface TaskRunOptions {
  readonly task: StoredTask;
  readonly lines: readonly Remembered[];
  readonly tasks: MaintenanceTaskStore;
  /** The core stops: an act that can be stopped should. */
  readonly signal: AbortSignal;
  readonly changed: () => void;
  /** The script is over; not yet on disk. */
  readonly ended: (end: TaskEnd) => void;
  /** An act is over that somebody wanted to leave after. */
  readonly left: () => void;
}

/**
 * One run of a script over what a task has on record. Where the record ends it asks, looks and acts, and every answer
 * is on disk before the script hears of it. A run that was left never goes on: its script waits for ever.
 */
export class TaskRun {
  readonly #task: StoredTask;
  readonly #tasks: MaintenanceTaskStore;
  readonly #record: TaskRecord;
  readonly #options: TaskRunOptions;
  readonly #looking = new AbortController();
  readonly #acts = new Map<string, number>();
  #shown: Shown;
  /** Steps shown or gone through, counted from 1: a loop does not go backwards. */
  #furthest = 1;
  #mustFinish: boolean;
  /** No step back to before this many lines. */
  #noWayBack = 0;
  #acting = false;
  #leaving = false;
  #over = false;

  constructor(options: TaskRunOptions) {
    const { task, lines, tasks } = options;
    this.#options = options;
    this.#task = task;
    this.#tasks = tasks;
    this.#record = new TaskRecord(lines);
    this.#mustFinish = task.mustFinish;
    this.#shown = { step: task.step, facts: {}, ask: { kind: 'running', expectSeconds: 1 }, take: null };
  }

  /** Rejects where the script throws: that is a programming error. */
  async run(script: TaskScript): Promise<void> {
    this.#end(await script(this.#guide()));
  }

  get page(): TaskPage {
    const { kind } = this.#task;
    const { step, facts, ask } = this.#shown;
    const of = TASKS[kind].steps.length;
    const ended = ask.kind === 'end';
    return {
      kind,
      step,
      progress: { step: ended ? of : this.#furthest, of },
      facts,
      ask,
      back: this.#withoutLast() !== null,
      leave: ended || this.#acting ? 'no' : this.mayBeGivenUp ? 'give-up' : 'later',
    };
  }

  get task(): string {
    return this.#task.id;
  }

  get isOver(): boolean {
    return this.#over;
  }

  /** Nothing lasting happened, by machine or by hand. */
  get mayBeGivenUp(): boolean {
    return !this.#mustFinish && !this.#record.acted;
  }

  answer(step: string, value: Answer): void {
    const { step: shown, ask, take } = this.#shown;
    if (step === shown && answerFits(ask, value)) take?.(value);
  }

  /** The lines that are left when the last answer is taken back; null where that can't be. The run is over then. */
  back(): readonly Remembered[] | null {
    const left = this.#withoutLast();
    if (left) this.#stop();
    return left;
  }

  /** False: an act is under way, and the run is left when it is over. */
  leave(): boolean {
    if (this.#acting) {
      this.#leaving = true;
      return false;
    }
    this.#stop();
    return true;
  }

  #stop(): void {
    this.#over = true;
    this.#looking.abort();
  }

  #withoutLast(): readonly Remembered[] | null {
    if (this.#over || this.#shown.take === null) return null;
    const left = this.#record.withoutLastAnswer();
    return left && left.length >= this.#noWayBack ? left : null;
  }

  #end(end: TaskEnd): void {
    this.#over = true;
    const ask = { kind: 'end', outcome: end.outcome } as const;
    this.#shown = { step: 'done', facts: end.facts, ask, take: null };
    this.#options.ended(end);
  }

  #guide(): Guide {
    const { id: task, technician, second } = this.#task;
    return {
      task,
      technician,
      second,
      do: async (step, facts) => {
        await this.#ask(step, { kind: 'do' }, facts);
      },
      count: (step, most, facts) => this.#ask<number>(step, { kind: 'count', most }, facts),
      choose: (step, options, facts) => {
        const full = options.map((one) =>
          typeof one === 'string' ? { value: one, label: null, note: null } : one,
        );
        return this.#ask(step, { kind: 'choose', options: full }, facts);
      },
      enter: (step, what, options, facts) => this.#enter(step, what, options, facts),
      cards: async (step, list, facts) => {
        await this.#ask(step, () => ({ kind: 'cards', cards: [...list()] }), facts);
      },
      draw: (step, columns, rows, facts) => this.#ask<number>(step, { kind: 'draw', columns, rows }, facts),
      camera: (step, facts) => this.#ask(step, { kind: 'camera' }, facts),
      sound: (step, facts) => this.#ask(step, { kind: 'sound' }, facts),
      mustFinish: () => {
        this.#tasks.mustFinish(task);
        this.#mustFinish = true;
        this.#noWayBack = this.#record.position;
      },
      act: (step, expectSeconds, run, facts) => this.#act(step, expectSeconds, run, facts),
      look: (step, expectSeconds, run) => this.#look(step, expectSeconds, run),
    };
  }

  async #ask<T extends Kept>(step: string, ask: TaskAsk | (() => TaskAsk), facts?: TaskFacts): Promise<T> {
    const line = await this.#next(step, 'answer');
    if (line.found === 'kept') return line.value as T;
    return new Promise((resolve) => {
      this.#show(step, facts, typeof ask === 'function' ? ask() : ask, (value) => {
        this.#keep({ step, kind: 'answer', value });
        resolve(value as T);
      });
    });
  }

  async #enter(
    step: string,
    what: Extract<TaskAsk, { kind: 'enter' }>['what'],
    { longest, value = '', right, forget = false }: Parameters<Guide['enter']>[2],
    facts?: TaskFacts,
  ): Promise<string> {
    const typed = forget ? this.#record.forgotten(step) : null;
    if (typed !== null) return typed;
    const line: Found = forget ? { found: 'nothing' } : await this.#next(step, 'answer');
    if (line.found === 'kept') return String(line.value);
    return new Promise((resolve) => {
      const ask = (stands: string, problem: boolean) => {
        this.#show(step, facts, { kind: 'enter', what, longest, value: stands, problem }, (text) => {
          if (typeof text !== 'string') return;
          if (!right(text)) {
            ask(forget ? '' : text, true);
            return;
          }
          if (forget) this.#record.add({ step, kind: 'forgotten', value: text });
          else this.#keep({ step, kind: 'answer', value: text });
          resolve(text);
        });
      };
      ask(value, false);
    });
  }

  async #act<T extends Kept>(
    step: string,
    expectSeconds: number,
    run: (tools: ActTools) => Promise<T>,
    facts?: TaskFacts,
  ): Promise<T> {
    const before = this.#acts.get(step) ?? 0;
    this.#acts.set(step, before + 1);
    const line = await this.#next(step, 'act');
    if (line.found === 'kept') return line.value as T;
    if (line.found === 'nothing') this.#keep({ step, kind: 'act-begun', value: null });
    this.#acting = true;
    this.#show(step, facts, { kind: 'running', expectSeconds }, null);
    const act = actName(this.#task.id, step, before);
    const value = await run({ act, again: line.found === 'begun', signal: this.#options.signal });
    this.#keep({ step, kind: 'act-ended', value });
    this.#acting = false;
    if (!this.#leaving) return value;
    this.#stop();
    this.#options.left();
    return never();
  }

  async #look<T extends Kept>(
    step: string,
    expectSeconds: number,
    run: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const line = await this.#next(step, 'look');
    if (line.found === 'kept') return line.value as T;
    this.#show(step, {}, { kind: 'running', expectSeconds }, null);
    const value = await run(AbortSignal.any([this.#looking.signal, this.#options.signal]));
    if (this.#over) return never();
    this.#keep({ step, kind: 'look', value });
    return value;
  }

  /** What the record says of this step. A record of another script is no ground to go on from: the task has failed. */
  async #next(step: string, kind: 'answer' | 'look' | 'act'): Promise<Exclude<Found, { found: 'differs' }>> {
    this.#goneThrough(step);
    const line = this.#record.next(step, kind);
    if (line.found !== 'differs') return line;
    this.#end(taskFailed({ code: 'script-changed' }));
    return never();
  }

  /** On disk first: what the script hears is what it hears after a power cut. */
  #keep(line: RecordedStep): void {
    this.#tasks.add(this.#task.id, this.#record.kept, line);
    this.#record.add(line);
    // The next touch is none of this step's.
    this.#shown = { ...this.#shown, take: null };
  }

  #show(step: string, facts: TaskFacts = {}, ask: TaskAsk, take: Shown['take']): void {
    this.#goneThrough(step);
    this.#tasks.showing(this.#task.id, step);
    this.#shown = { step, facts, ask, take };
    this.#options.changed();
  }

  #goneThrough(step: string): void {
    const at = (TASKS[this.#task.kind].steps as readonly string[]).indexOf(step);
    this.#furthest = Math.max(this.#furthest, at + 1);
  }
}

/** A script that nobody waits for any more. */
const never = <T>(): Promise<T> => new Promise(() => undefined);
