import type { Store } from '../../store/open-store.ts';
import { newFolder, storeIn } from '../../test-kiosk.ts';
import { seededEntropy, settled, VirtualClock } from '../../virtual-clock.ts';
import type { TaskDesk, TaskPeople, TaskScripts } from '../task-desk.ts';
import { createTaskDesk } from './create-task-desk.ts';

export const ALONE: TaskPeople = { technician: 'T-0417', second: null };

/** A task desk over a store on disk whose power can fail; the tests' bench. */
export class DeskBench {
  readonly #folder = newFolder();
  readonly #clock = new VirtualClock();
  readonly crashes: unknown[] = [];
  #scripts: TaskScripts;
  #starts = 1;
  store: Store;
  desk: TaskDesk;

  constructor(scripts: TaskScripts) {
    this.#scripts = scripts;
    this.store = storeIn(this.#folder, this.#clock, this.#starts);
    this.desk = this.#desk();
  }

  /** The power fails, and comes back; with other scripts where the software was changed meanwhile. */
  cut(scripts: TaskScripts = this.#scripts): void {
    this.store.close();
    this.#starts += 1;
    this.#scripts = scripts;
    this.store = storeIn(this.#folder, this.#clock, this.#starts);
    this.desk = this.#desk();
  }

  async answer(step: string, value: string | number | null): Promise<void> {
    this.desk.answer(step, value);
    await settled();
  }

  /** What the audit has of tasks. */
  events(): string[] {
    return this.store.audit
      .all()
      .filter(({ event }) => event.startsWith('task-'))
      .map(({ event, detail }) => {
        const { kind, technician, second, resumed, disposition, code } = detail;
        const rest = event === 'task-started' ? `${second} ${resumed}` : `${disposition} ${code}`;
        return `${event} ${kind} ${technician} ${rest}`;
      });
  }

  onDisk(): unknown {
    return this.desk.unfinished().map(({ id }) => this.store.maintenanceTasks.steps(id));
  }

  /** Of the task that is unfinished; 0 where none is. */
  answersOnDisk(): number {
    const [task] = this.store.maintenanceTasks.unfinished();
    if (!task) return 0;
    return this.store.maintenanceTasks.steps(task.id).filter(({ kind }) => kind === 'answer').length;
  }

  #desk(): TaskDesk {
    return createTaskDesk({
      store: this.store,
      entropy: seededEntropy(this.#starts),
      scripts: this.#scripts,
      signal: new AbortController().signal,
      crash: (error) => this.crashes.push(error),
    });
  }
}
