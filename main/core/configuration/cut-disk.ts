import type { Database, Disk } from '../store/disk.ts';
import { systemDisk } from '../store/system-disk.ts';

/** The power is away: nothing that is written after it is on disk. */
export class PowerIsAway extends Error {
  override readonly name = 'PowerIsAway';
}

/** The machine's disk, until the power goes at a write that a test chose; the tests' own. */
export class CutDisk {
  readonly disk: Disk;
  #table: string | null = null;
  #left = 0;
  #away = false;

  constructor() {
    this.disk = {
      ...systemDisk,
      openDatabase: (path, busyMs) => this.#watched(systemDisk.openDatabase(path, busyMs)),
    };
  }

  /** Goes at the `at`-th write from the first one to `table` on, its commit among them. */
  cutAt(at: number, table: string): void {
    this.#table = table;
    this.#left = at;
  }

  /** Whether it went. */
  get away(): boolean {
    return this.#away;
  }

  /** The power comes back. */
  comeBack(): void {
    this.#away = false;
    this.#table = null;
    this.#left = 0;
  }

  #watched(database: Database): Database {
    return {
      prepare: (sql) => {
        const statement = database.prepare(sql);
        return {
          ...bound(statement),
          run: (parameters) => this.#write(sql, () => statement.run(parameters)),
        };
      },
      script: (sql) => this.#write(sql, () => database.script(sql)),
      get inTransaction() {
        return database.inTransaction;
      },
      close: () => database.close(),
    };
  }

  #write<T>(sql: string, write: () => T): T {
    if (this.#away) throw new PowerIsAway();
    if (this.#table !== null && sql.includes(this.#table)) this.#table = null;
    const counts = this.#table === null && this.#left > 0;
    if (counts) {
      this.#left -= 1;
      this.#away = this.#left === 0;
      if (this.#away) throw new PowerIsAway();
    }
    return write();
  }
}

const bound = (statement: ReturnType<Database['prepare']>) => ({
  get: (parameters: Parameters<typeof statement.get>[0]) => statement.get(parameters),
  all: (parameters: Parameters<typeof statement.all>[0]) => statement.all(parameters),
});
