import type { Database, Statement } from '../../../main/core/store/disk.ts';
import type { Held, Life } from './life.ts';
import { PreparedStatement } from './prepared-statement.ts';
import { OK } from './result-codes.ts';
import type { SqliteEngine } from './sqlite-engine.ts';
import type { Pointer } from './sqlite-exports.ts';

const PREPARE_PERSISTENT = 1;
/** Where a database's header says that it is written through a log, and how (https://sqlite.org/fileformat.html). */
const WRITE_VERSION = 18;
const WRITTEN_THROUGH_LOG = 2;

/** One open SQLite file. With the life it belongs to it is closed, and throws `PowerCut` from then on. */
export class OpenDatabase implements Database, Held {
  readonly engine: SqliteEngine;
  readonly life: Life;
  readonly #pointer: Pointer;
  readonly #statements = new Set<PreparedStatement>();
  #isOpen = true;
  /** SQLite is at work for this database, further down the stack. */
  #depth = 0;
  #wantsClosing = false;
  #synchronousWasSet = false;

  constructor(engine: SqliteEngine, life: Life, pointer: Pointer) {
    this.engine = engine;
    this.life = life;
    this.#pointer = pointer;
  }

  /**
   * better-sqlite3 is compiled for pages of 4 KiB, foreign keys, and a log that is synced at checkpoints only
   * unless it is told otherwise: a forgotten `synchronous = FULL` must lose as much here as there.
   */
  behaveAsCompiledThere(content: Uint8Array | undefined): void {
    this.script('PRAGMA page_size = 4096; PRAGMA cache_size = -16000; PRAGMA foreign_keys = ON');
    if (content?.[WRITE_VERSION] === WRITTEN_THROUGH_LOG) this.#script('PRAGMA synchronous = NORMAL');
  }

  prepare(sql: string): Statement {
    const { heap, exports } = this.engine;
    const pointer = this.work(() => {
      const mark = heap.mark();
      const out = heap.room(8);
      try {
        return heap.withText(sql, (at, bytes) => {
          const code = exports.sqlite3_prepare_v3(
            this.#pointer,
            at,
            bytes + 1,
            PREPARE_PERSISTENT,
            out,
            out + 4,
          );
          this.life.check();
          if (code !== OK) throw this.trouble();
          const made = heap.word(out);
          const rest = heap.zeroEnded(heap.word(out + 4)) ?? '';
          if (made !== 0 && rest.trim() === '') return made;
          exports.sqlite3_finalize(made);
          throw new RangeError(
            `The supplied SQL string contains ${made === 0 ? 'no statements' : 'more than one statement'}`,
          );
        });
      } finally {
        heap.release(mark);
      }
    });
    const statement = new PreparedStatement(this, pointer);
    this.#statements.add(statement);
    return statement;
  }

  script(sql: string): void {
    this.#script(sql);
    if (/\bsynchronous\s*=/i.test(sql)) this.#synchronousWasSet = true;
    else if (/\bjournal_mode\s*=\s*wal\b/i.test(sql) && !this.#synchronousWasSet) {
      this.#script('PRAGMA synchronous = NORMAL');
    }
  }

  get inTransaction(): boolean {
    this.check();
    return this.engine.exports.sqlite3_get_autocommit(this.#pointer) === 0;
  }

  close(): void {
    this.life.check();
    if (!this.#isOpen) return;
    this.#close();
    this.life.check();
  }

  letGo(): void {
    if (this.#depth > 0) this.#wantsClosing = true;
    else this.#close();
  }

  /** Throws where there is nothing left to ask. */
  check(): void {
    this.life.check();
    if (!this.#isOpen) throw new TypeError('The database connection is not open');
  }

  /** Everything that makes SQLite touch the disk goes through here: a cut on the way closes it afterwards. */
  work<T>(act: () => T): T {
    this.check();
    this.#depth += 1;
    try {
      return act();
    } finally {
      this.#depth -= 1;
      if (this.#wantsClosing && this.#depth === 0) this.#close();
    }
  }

  trouble(): Error {
    return this.engine.trouble(this.#pointer);
  }

  changes(): number {
    return this.engine.exports.sqlite3_changes(this.#pointer);
  }

  totalChanges(): number {
    return this.engine.exports.sqlite3_total_changes(this.#pointer);
  }

  #script(sql: string): void {
    this.work(() => {
      const code = this.engine.heap.withText(sql, (at) =>
        this.engine.exports.sqlite3_exec(this.#pointer, at, 0, 0, 0),
      );
      this.life.check();
      if (code !== OK) throw this.trouble();
    });
  }

  #close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#wantsClosing = false;
    for (const statement of this.#statements) statement.finalize();
    this.#statements.clear();
    this.engine.exports.sqlite3_close_v2(this.#pointer);
    this.engine.closed(this.life, this);
  }
}
