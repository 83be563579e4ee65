import type { TaskKind } from '../../../../src/contracts/maintenance/tasks.ts';
import type { TaskEnd, TaskScript } from '../../../../src/maintenance/guide.ts';
import { keptOf, type Remembered } from '../../../../src/maintenance/task-record.ts';
import type { Entropy } from '../../../../src/ports/clock.ts';
import type { StoredTask } from '../../store/maintenance-task-store.ts';
import type { Store } from '../../store/open-store.ts';
import type { TaskDesk, TaskPeople, TaskScripts } from '../task-desk.ts';
import { TaskRun } from './task-run.ts';

const TASK_ID_BYTES = 8;

export interface TaskDeskOptions {
  readonly store: Pick<Store, 'maintenanceTasks' | 'audit' | 'transaction'>;
  readonly entropy: Entropy;
  readonly scripts: TaskScripts;
  /** Fires when the core stops. */
  readonly signal: AbortSignal;
  /** A script threw: a programming error. */
  readonly crash: (error: unknown) => void;
}

/**
 * Guided tasks with every answer on disk: a task is gone on with by running its script from the beginning over what is
 * there. Acts have their intent on disk before and their end after, as a resident's transaction has.
 */
export function createTaskDesk(options: TaskDeskOptions): TaskDesk {
  return new Desk(options);
}

class Desk implements TaskDesk {
  readonly #options: TaskDeskOptions;
  readonly #listeners = new Set<() => void>();
  #run: TaskRun | null = null;
  #people: TaskPeople | null = null;

  constructor(options: TaskDeskOptions) {
    this.#options = options;
  }

  begin(kind: TaskKind, people: TaskPeople): void {
    if (this.#isBusy()) return;
    const before = this.#tasks.unfinished().find((task) => task.kind === kind);
    if (before) {
      this.#goOn(before, people);
      return;
    }
    const id = `task-${Buffer.from(this.#options.entropy.bytes(TASK_ID_BYTES)).toString('hex')}`;
    this.#options.store.transaction(() => {
      this.#tasks.begin(id, kind, people.technician, people.second);
      this.#recordStart(id, kind, people, false);
    });
    this.#start(id, [], people);
  }

  resume(task: string, people: TaskPeople): void {
    if (this.#isBusy()) return;
    const before = this.#tasks.unfinished().find(({ id }) => id === task);
    if (!before) return;
    if (this.#options.scripts[before.kind]) this.#goOn(before, people);
    else this.#noScript(before, people);
  }

  unfinished() {
    return this.#tasks.unfinished().map(({ second: _second, ...task }) => task);
  }

  page() {
    return this.#run?.page ?? null;
  }

  answer(step: string, value: string | number | null): void {
    const shown = this.#run?.page;
    if (shown?.ask.kind === 'end' && shown.step === step) this.#close();
    else this.#run?.answer(step, value);
  }

  back(): void {
    const run = this.#run;
    const people = this.#people;
    const lines = run?.back();
    if (!run || !people || !lines) return;
    this.#tasks.forgetFrom(run.task, keptOf(lines));
    this.#start(run.task, lines, people);
  }

  leave(): void {
    this.#leave(true);
  }

  pause(): void {
    this.#leave(false);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get #tasks() {
    return this.#options.store.maintenanceTasks;
  }

  /** A task that has ended gives way; its last screen was only to be read. */
  #isBusy(): boolean {
    return this.#run !== null && !this.#run.isOver;
  }

  #goOn({ id, kind }: StoredTask, people: TaskPeople): void {
    this.#options.store.transaction(() => {
      this.#tasks.goneOnBy(id, people.technician, people.second);
      this.#recordStart(id, kind, people, true);
    });
    this.#start(id, this.#tasks.steps(id), people);
  }

  /** The kiosk was fitted otherwise since: nothing can go on with it, and readiness need not show it for ever. */
  #noScript({ id, kind }: StoredTask, { technician }: TaskPeople): void {
    this.#options.store.transaction(() => {
      this.#tasks.end(id, 'failed');
      const ended = { task: id, kind, technician, disposition: 'failed', code: 'not-fitted' };
      this.#options.store.audit.record('task-ended', ended);
    });
    this.#changed();
  }

  #recordStart(task: string, kind: TaskKind, { technician, second }: TaskPeople, resumed: boolean): void {
    this.#options.store.audit.record('task-started', { task, kind, technician, second, resumed });
  }

  #start(id: string, lines: readonly Remembered[], people: TaskPeople): void {
    const task = this.#tasks.unfinished().find((one) => one.id === id);
    if (!task) throw new Error(`${id} is no unfinished task`);
    const script = this.#options.scripts[task.kind] as TaskScript | undefined;
    if (!script) throw new Error(`this kiosk leads through no ${task.kind}`);
    const run = new TaskRun({
      task,
      lines,
      tasks: this.#tasks,
      signal: this.#options.signal,
      changed: () => this.#changed(),
      ended: (end) => this.#ended(task, end),
      left: () => this.#later(),
    });
    this.#run = run;
    this.#people = people;
    run.run(script).catch(this.#options.crash);
    this.#changed();
  }

  #ended({ id }: StoredTask, { outcome, facts }: TaskEnd): void {
    this.#recordEnd(outcome, typeof facts.code === 'string' ? facts.code : null, () =>
      this.#tasks.end(id, outcome),
    );
    this.#changed();
  }

  /** `mayGiveUp`: the technician said so, who knows that nothing has happened. */
  #leave(mayGiveUp: boolean): void {
    const run = this.#run;
    if (!run) return;
    if (run.isOver) {
      this.#close();
      return;
    }
    const givenUp = mayGiveUp && run.mayBeGivenUp;
    if (!run.leave()) return;
    if (givenUp) this.#recordEnd('given-up', null, () => this.#tasks.end(run.task, 'given-up'));
    else this.#recordEnd('later', null, () => undefined);
    this.#close();
  }

  /** An act was waited for. */
  #later(): void {
    this.#recordEnd('later', null, () => undefined);
    this.#close();
  }

  #recordEnd(disposition: TaskEnd['outcome'] | 'later', code: string | null, write: () => void): void {
    const run = this.#run;
    const people = this.#people;
    if (!run || !people) throw new Error('no task runs');
    this.#options.store.transaction(() => {
      write();
      const { kind } = run.page;
      const { technician } = people;
      this.#options.store.audit.record('task-ended', { task: run.task, kind, technician, disposition, code });
    });
  }

  #close(): void {
    this.#run = null;
    this.#people = null;
    this.#changed();
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
