import type { UnfinishedTask } from '../../../src/contracts/maintenance/page.ts';
import { TASKS, type TaskKind } from '../../../src/contracts/maintenance/tasks.ts';
import type { TaskEnd } from '../../../src/maintenance/guide.ts';
import type { RecordedStep } from '../../../src/maintenance/task-record.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Connection, Row } from './connection.ts';

export interface StoredTask extends UnfinishedTask {
  readonly second: string | null;
}

/** Guided tasks of maintenance mode: each is its answers and acts in order, so that any of them can be gone on with. */
export class MaintenanceTaskStore {
  readonly #connection: Connection;
  readonly #clock: Clock;

  constructor(connection: Connection, clock: Clock) {
    this.#connection = connection;
    this.#clock = clock;
  }

  /** A new task, standing before its first step. */
  begin(task: string, kind: TaskKind, technician: string, second: string | null): void {
    this.#connection.run(
      `INSERT INTO maintenance_task (task, kind, technician, second, begun_at, step)
       VALUES (:task, :kind, :technician, :second, :at, :step)`,
      { task, kind, technician, second, at: this.#clock.now(), step: TASKS[kind].steps[0] },
    );
  }

  /** Who goes on with it: a task that was left behind says whose it is now. */
  goneOnBy(task: string, technician: string, second: string | null): void {
    this.#connection.run(
      'UPDATE maintenance_task SET technician = :technician, second = :second WHERE task = :task',
      { task, technician, second },
    );
  }

  /** The step that is about to be shown. */
  showing(task: string, step: string): void {
    this.#connection.run('UPDATE maintenance_task SET step = :step WHERE task = :task AND step <> :step', {
      task,
      step,
    });
  }

  mustFinish(task: string): void {
    this.#connection.run(
      'UPDATE maintenance_task SET must_finish = 1 WHERE task = :task AND must_finish = 0',
      { task },
    );
  }

  add(task: string, sequence: number, { step, kind, value }: RecordedStep): void {
    this.#connection.run(
      `INSERT INTO maintenance_step (task, sequence, step, kind, value, at)
       VALUES (:task, :sequence, :step, :kind, :value, :at)`,
      { task, sequence, step, kind, value: JSON.stringify(value), at: this.#clock.now() },
    );
  }

  /** Takes back everything from `sequence` on: the last answer is given anew. */
  forgetFrom(task: string, sequence: number): void {
    this.#connection.run('DELETE FROM maintenance_step WHERE task = :task AND sequence >= :sequence', {
      task,
      sequence,
    });
  }

  /** In order. */
  steps(task: string): RecordedStep[] {
    return this.#connection
      .all('SELECT step, kind, value FROM maintenance_step WHERE task = :task ORDER BY sequence', { task })
      .map((row) => ({
        step: String(row.step),
        kind: String(row.kind) as RecordedStep['kind'],
        value: JSON.parse(String(row.value)),
      }));
  }

  end(task: string, outcome: TaskEnd['outcome']): void {
    this.#connection.run(
      'UPDATE maintenance_task SET ended_at = :at, outcome = :outcome WHERE task = :task AND ended_at IS NULL',
      { task, at: this.#clock.now(), outcome },
    );
  }

  /** Oldest first. */
  unfinished(): StoredTask[] {
    return this.#connection
      .all('SELECT * FROM maintenance_task WHERE ended_at IS NULL ORDER BY begun_at, task')
      .map(fromRow);
  }
}

const fromRow = (row: Row): StoredTask => ({
  id: String(row.task),
  kind: String(row.kind) as TaskKind,
  step: String(row.step),
  technician: String(row.technician),
  second: row.second === null ? null : String(row.second),
  startedAt: Number(row.begun_at),
  mustFinish: row.must_finish === 1,
});
