import BetterSqlite3 from 'better-sqlite3';
import { LEAST_SQLITE, sqliteIsNewEnough } from './sqlite-version.ts';

/** A row's columns, or a statement's parameters. */
export type Row = Record<string, string | number | bigint | Buffer | null>;
type Statement = BetterSqlite3.Statement<unknown[], Row>;

/** The store will not open this file; the message says what a technician can do. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
  readonly code: 'sqlite-too-old' | 'schema-mismatch' | 'newer-schema' | 'wrong-key' | 'key-missing';

  constructor(code: StoreRefused['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** One connection with one writer. Statements are prepared once; `transaction` is the only way to group writes. */
export class Connection {
  readonly #sqlite: BetterSqlite3.Database;
  readonly #prepared = new Map<string, Statement>();

  /** Opens or creates `path`. WAL and FULL: what was committed survives power loss. */
  constructor(path: string) {
    this.#sqlite = new BetterSqlite3(path, { timeout: 2_000 });
    try {
      const version = String(this.#sqlite.prepare('SELECT sqlite_version()').pluck().get());
      if (!sqliteIsNewEnough(version)) {
        throw new StoreRefused(
          'sqlite-too-old',
          `SQLite ${version} is too old: the store needs ${LEAST_SQLITE.join('.')} or newer; reinstall better-sqlite3`,
        );
      }
      this.#sqlite.pragma('journal_mode = WAL');
      this.#sqlite.pragma('synchronous = FULL');
      this.#sqlite.pragma('foreign_keys = ON');
      // Deleted payloads are overwritten with zeros, not left in free pages (ID-6).
      this.#sqlite.pragma('secure_delete = ON');
      this.#sqlite.pragma('temp_store = MEMORY');
      this.#sqlite.pragma('trusted_schema = OFF');
    } catch (error) {
      this.#sqlite.close();
      throw error;
    }
  }

  /** All of `act` is on disk when this returns, or none of it. Inside another transaction it joins that one. */
  transaction<T>(act: () => T): T {
    if (this.#sqlite.inTransaction) return act();
    return this.#sqlite.transaction(act).immediate();
  }

  run(sql: string, parameters: Row = {}): number {
    return this.#statement(sql).run(parameters).changes;
  }

  get(sql: string, parameters: Row = {}): Row | undefined {
    return this.#statement(sql).get(parameters);
  }

  all(sql: string, parameters: Row = {}): Row[] {
    return this.#statement(sql).all(parameters);
  }

  /** Several statements without parameters (migrations). */
  script(sql: string): void {
    this.#sqlite.exec(sql);
  }

  /** `PRAGMA quick_check`: the faults it names, none when the file is sound. */
  quickCheck(): string[] {
    const rows = this.#sqlite.pragma('quick_check(20)') as { quick_check: string }[];
    return rows.map((row) => row.quick_check).filter((line) => line !== 'ok');
  }

  close(): void {
    this.#sqlite.close();
  }

  #statement(sql: string): Statement {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const made = this.#sqlite.prepare<unknown[], Row>(sql);
    this.#prepared.set(sql, made);
    return made;
  }
}
