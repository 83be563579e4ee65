import type { Database, Disk, Row, Statement } from './disk.ts';
import { LEAST_SQLITE, sqliteIsNewEnough } from './sqlite-version.ts';
import { WrittenTables } from './written-tables.ts';

export type { Row } from './disk.ts';

/** Another process holds the file at most this long: a core that is just ending. Milliseconds. */
const BUSY_TIMEOUT_MS = 2_000;

/** WAL and FULL: what was committed survives power loss. Deleted payloads are overwritten with zeros (ID-6). */
const SETTINGS = [
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  // 16 MB of log before it is written back: four times fewer pauses, and still read in a moment at a start.
  'PRAGMA wal_autocheckpoint = 4000',
  'PRAGMA foreign_keys = ON',
  'PRAGMA secure_delete = ON',
  'PRAGMA temp_store = MEMORY',
  'PRAGMA trusted_schema = OFF',
] as const;

/** The store will not open this file; the message says what a technician can do. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
  readonly code:
    | 'sqlite-too-old'
    | 'schema-mismatch'
    | 'newer-schema'
    | 'wrong-key'
    | 'key-missing'
    | 'other-machine';

  constructor(code: StoreRefused['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** One connection with one writer. Statements are prepared once; `transaction` is the only way to group writes. */
export class Connection {
  readonly #database: Database;
  readonly #prepared = new Map<string, { readonly statement: Statement; readonly writes: string | null }>();
  readonly #written = new WrittenTables();

  /** Opens or creates `path`. */
  constructor(disk: Disk, path: string) {
    this.#database = disk.openDatabase(path, BUSY_TIMEOUT_MS);
    try {
      const version = String(this.#database.prepare('SELECT sqlite_version() AS version').get({})?.version);
      if (!sqliteIsNewEnough(version)) {
        throw new StoreRefused(
          'sqlite-too-old',
          `SQLite ${version} is too old: the store needs ${LEAST_SQLITE.join('.')} or newer; reinstall better-sqlite3`,
        );
      }
      for (const setting of SETTINGS) this.#database.script(setting);
    } catch (error) {
      this.#database.close();
      throw error;
    }
  }

  /** All of `act` is on disk when this returns, or none of it. Inside another transaction it joins that one. */
  transaction<T>(act: () => T): T {
    if (this.#database.inTransaction) return act();
    this.run('BEGIN IMMEDIATE');
    try {
      const done = act();
      this.run('COMMIT');
      return done;
    } catch (error) {
      this.#written.writeEverything();
      // A full disk may have rolled it back already.
      if (this.#database.inTransaction) this.run('ROLLBACK');
      throw error;
    }
  }

  run(sql: string, parameters: Row = {}): number {
    const { statement, writes } = this.#statement(sql);
    if (writes !== null) this.#written.write(writes);
    return statement.run(parameters);
  }

  get(sql: string, parameters: Row = {}): Row | undefined {
    return this.#statement(sql).statement.get(parameters);
  }

  all(sql: string, parameters: Row = {}): Row[] {
    return this.#statement(sql).statement.all(parameters);
  }

  /** What `read` finds in these tables, read anew only after one of them was written: nobody else writes. */
  remembered<T>(tables: readonly string[], read: () => T): () => T {
    let known: { readonly value: T; readonly writes: number } | null = null;
    return () => {
      const writes = this.#written.count(tables);
      if (known?.writes !== writes) known = { value: read(), writes };
      return known.value;
    };
  }

  /** Several statements without parameters (migrations). */
  script(sql: string): void {
    this.#written.writeEverything();
    this.#database.script(sql);
  }

  /** `PRAGMA quick_check`: the faults it names, none when the file is sound. */
  quickCheck(): string[] {
    const rows = this.#database.prepare('PRAGMA quick_check(20)').all({});
    return rows.map((row) => String(row.quick_check)).filter((line) => line !== 'ok');
  }

  close(): void {
    this.#database.close();
  }

  #statement(sql: string) {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const made = { statement: this.#database.prepare(sql), writes: WrittenTables.of(sql) };
    this.#prepared.set(sql, made);
    return made;
  }
}
