import type { Row, Statement } from '../../../main/core/store/disk.ts';
import type { OpenDatabase } from './open-database.ts';
import { DONE, OK, ROW } from './result-codes.ts';
import type { Pointer } from './sqlite-exports.ts';

/** Kinds of values in a column. */
const INTEGER = 1;
const FLOAT = 2;
const TEXT = 3;
const BLOB = 4;

/** Whose bytes a bound value is: ours, until the next call, or SQLite's, which copies them. */
const STATIC = 0;
const TRANSIENT = -1;

/** Values go in and out as better-sqlite3 hands them: numbers as doubles, blobs as copies. */
export class PreparedStatement implements Statement {
  readonly #database: OpenDatabase;
  readonly #pointer: Pointer;
  readonly #parameters: readonly string[];
  #columns: string[];

  constructor(database: OpenDatabase, pointer: Pointer) {
    this.#database = database;
    this.#pointer = pointer;
    const { exports, heap } = database.engine;
    this.#parameters = Array.from({ length: exports.sqlite3_bind_parameter_count(pointer) }, (_, index) =>
      (heap.zeroEnded(exports.sqlite3_bind_parameter_name(pointer, index + 1)) ?? '').slice(1),
    );
    this.#columns = this.#columnNames();
  }

  run(parameters: Row): number {
    const database = this.#database;
    return this.#execute(parameters, () => {
      const before = database.totalChanges();
      this.#step();
      return database.totalChanges() === before ? 0 : database.changes();
    });
  }

  get(parameters: Row): Row | undefined {
    this.#mustReturnData();
    return this.#execute(parameters, () => (this.#step() ? this.#row() : undefined));
  }

  all(parameters: Row): Row[] {
    this.#mustReturnData();
    return this.#execute(parameters, () => {
      const rows: Row[] = [];
      while (this.#step()) rows.push(this.#row());
      return rows;
    });
  }

  finalize(): void {
    this.#database.engine.exports.sqlite3_finalize(this.#pointer);
  }

  #execute<T>(parameters: Row, act: () => T): T {
    const { heap, exports } = this.#database.engine;
    return this.#database.work(() => {
      const mark = heap.mark();
      try {
        this.#bind(parameters);
        return act();
      } finally {
        exports.sqlite3_reset(this.#pointer);
        heap.release(mark);
      }
    });
  }

  /** True where there is a row. */
  #step(): boolean {
    const code = this.#database.engine.exports.sqlite3_step(this.#pointer);
    this.#database.life.check();
    if (code === ROW) return true;
    if (code === DONE) return false;
    throw this.#database.trouble();
  }

  #bind(parameters: Row): void {
    const names = this.#parameters;
    for (let index = 0; index < names.length; index += 1) {
      const name = names[index] ?? '';
      const value = parameters[name];
      if (value === undefined && !Object.hasOwn(parameters, name)) {
        throw new RangeError(`Missing named parameter "${name}"`);
      }
      const code = this.#bindValue(index + 1, value ?? null);
      if (code !== OK) throw this.#database.trouble();
    }
  }

  #bindValue(index: number, value: Row[string]): number {
    const { exports } = this.#database.engine;
    const pointer = this.#pointer;
    if (typeof value === 'number') return exports.sqlite3_bind_double(pointer, index, value);
    if (typeof value === 'string') return this.#bindText(index, value);
    if (value === null) return exports.sqlite3_bind_null(pointer, index);
    if (typeof value === 'bigint' && BigInt.asIntN(64, value) === value) {
      return exports.sqlite3_bind_int64(pointer, index, value);
    }
    if (typeof value === 'bigint') throw new RangeError('The bound string, buffer, or bigint is too big');
    if (Buffer.isBuffer(value)) return this.#bindBlob(index, value);
    throw new TypeError('SQLite3 can only bind numbers, strings, bigints, buffers, and null');
  }

  #bindText(index: number, value: string): number {
    const { exports, heap } = this.#database.engine;
    const at = heap.room(3 * value.length + 1);
    if (at !== 0) {
      const bytes = heap.bytes.write(value, at, 'utf8');
      return exports.sqlite3_bind_text(this.#pointer, index, at, bytes, STATIC);
    }
    return heap.withText(value, (block, bytes) =>
      exports.sqlite3_bind_text(this.#pointer, index, block, bytes, TRANSIENT),
    );
  }

  #bindBlob(index: number, value: Buffer): number {
    const { exports, heap } = this.#database.engine;
    const at = heap.room(value.length + 1);
    if (at !== 0) {
      heap.bytes.set(value, at);
      return exports.sqlite3_bind_blob(this.#pointer, index, at, value.length, STATIC);
    }
    return heap.withBytes(value, (block) =>
      exports.sqlite3_bind_blob(this.#pointer, index, block, value.length, TRANSIENT),
    );
  }

  #row(): Row {
    const { exports } = this.#database.engine;
    const columns = this.#columns;
    // A changed schema prepares the statement anew.
    if (exports.sqlite3_column_count(this.#pointer) !== columns.length) this.#columns = this.#columnNames();
    const row: Row = {};
    for (let column = 0; column < this.#columns.length; column += 1) {
      row[this.#columns[column] ?? ''] = this.#value(column);
    }
    return row;
  }

  #value(column: number): Row[string] {
    const { exports, heap } = this.#database.engine;
    const pointer = this.#pointer;
    switch (exports.sqlite3_column_type(pointer, column)) {
      case INTEGER:
      case FLOAT:
        return exports.sqlite3_column_double(pointer, column);
      case TEXT: {
        const at = exports.sqlite3_column_text(pointer, column);
        return heap.textAt(at, exports.sqlite3_column_bytes(pointer, column));
      }
      case BLOB: {
        const at = exports.sqlite3_column_blob(pointer, column);
        return Buffer.from(heap.bytes.subarray(at, at + exports.sqlite3_column_bytes(pointer, column)));
      }
      default:
        return null;
    }
  }

  #columnNames(): string[] {
    const { exports, heap } = this.#database.engine;
    return Array.from(
      { length: exports.sqlite3_column_count(this.#pointer) },
      (_, column) => heap.zeroEnded(exports.sqlite3_column_name(this.#pointer, column)) ?? '',
    );
  }

  #mustReturnData(): void {
    if (this.#columns.length === 0) {
      throw new TypeError('This statement does not return data. Use run() instead');
    }
  }
}
