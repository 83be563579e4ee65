import type { MaintenancePageOf, UnfinishedTask } from '../../../src/contracts/maintenance/page.ts';
import type { TaskKind } from '../../../src/contracts/maintenance/tasks.ts';
import type { TaskScript } from '../../../src/maintenance/guide.ts';

/** What a technician's page of a task says; who is signed in is the host's to add. */
export type TaskPage = Omit<MaintenancePageOf<'task'>, 'page' | 'technician' | 'second'>;

/** Every task this kiosk can lead through. */
export type TaskScripts = { readonly [K in TaskKind]?: TaskScript<K> };

export interface TaskPeople {
  readonly technician: string;
  readonly second: string | null;
}

/** Runs one guided task at a time, with every answer on disk before the next step is shown. */
export interface TaskDesk {
  begin(kind: TaskKind, people: TaskPeople): void;
  /** Goes on with a task that a power cut, a time-out or another technician left behind. */
  resume(task: string, people: TaskPeople): void;
  /** Oldest first. */
  unfinished(): readonly UnfinishedTask[];
  /** What is to be shown now; null while no task runs. */
  page(): TaskPage | null;
  /** Dropped where `step` is not the one that is shown, or the value is not one it asked for. */
  answer(step: string, value: string | number | null): void;
  back(): void;
  /** Gives the task up where nothing happened yet, else leaves it for later; an act under way is waited for. */
  leave(): void;
  /** The technician is gone (time-out): as `leave`, but nothing is given up. */
  pause(): void;
  /** Hears of each change of `page`. Returns the way to stop listening. */
  subscribe(listener: () => void): () => void;
}
