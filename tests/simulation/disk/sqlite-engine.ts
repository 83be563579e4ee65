import initSqlite from '@sqlite.org/sqlite-wasm';
import { Heap } from './heap.ts';
import { type InstallFunction, type Vfs, VfsTable } from './install-vfs.ts';
import type { Held, Life } from './life.ts';
import { OpenDatabase } from './open-database.ts';
import { SqliteError } from './power-cut.ts';
import { randomNumbers } from './random-numbers.ts';
import { OK } from './result-codes.ts';
import { SimulatedDisk, type SimulatedDiskOptions } from './simulated-disk.ts';
import type { Pointer, SqliteExports } from './sqlite-exports.ts';
import { SqliteFiles } from './sqlite-files.ts';

const OPEN_READWRITE_CREATE = 0x2 | 0x4;
const DBCONFIG_DEFENSIVE = 1010;
const STATUS_MEMORY_USED = 0;

/** SQLite compiled to WebAssembly, over file systems of ours. One serves every disk of a process. */
export class SqliteEngine {
  readonly exports: SqliteExports;
  readonly heap: Heap;
  readonly #memory: () => ArrayBufferLike;
  readonly #vfsTable: VfsTable;
  readonly #codeName: (code: number) => string;
  readonly #registered = new Map<Life, Vfs>();

  constructor(
    exports: SqliteExports,
    memory: () => ArrayBufferLike,
    install: InstallFunction,
    codeName: (code: number) => string,
  ) {
    this.exports = exports;
    this.heap = new Heap(exports, memory);
    this.#memory = memory;
    this.#codeName = codeName;
    const files = new SqliteFiles(exports, this.heap);
    this.#vfsTable = new VfsTable(exports, this.heap, files, install, randomNumbers(1));
    // Salts of logs come from here: the same in every run.
    this.#vfsTable.register(null);
    exports.sqlite3_randomness(0, 0);
  }

  /** WebAssembly memory in use by SQLite's heap and ours, bytes; it never shrinks. */
  get memoryBytes(): number {
    return this.#memory().byteLength;
  }

  /** What SQLite holds of it for open databases, bytes. */
  get heapInUse(): number {
    const mark = this.heap.mark();
    const out = this.heap.room(8);
    this.exports.sqlite3_status(STATUS_MEMORY_USED, out, out + 4, 0);
    const used = this.heap.word(out);
    this.heap.release(mark);
    return used;
  }

  newDisk(options: SimulatedDiskOptions): SimulatedDisk {
    return new SimulatedDisk(this, options);
  }

  /** Opens or creates a database for one life, with the settings better-sqlite3 is compiled with. */
  open(life: Life, path: string): OpenDatabase {
    const vfs = this.#registered.get(life) ?? this.#vfsTable.register(life);
    this.#registered.set(life, vfs);
    const mark = this.heap.mark();
    const out = this.heap.room(8);
    const code = this.heap.withText(path, (at) =>
      this.exports.sqlite3_open_v2(at, out, OPEN_READWRITE_CREATE, vfs.name),
    );
    const pointer = this.heap.word(out);
    this.heap.release(mark);
    const database = new OpenDatabase(this, life, pointer);
    life.held.add(database);
    try {
      life.check();
      if (code !== OK) throw this.trouble(pointer);
      this.exports.sqlite3_extended_result_codes(pointer, 1);
      this.exports.sqlite3__wasm_db_config_ip(pointer, DBCONFIG_DEFENSIVE, 1, 0);
      database.behaveAsCompiledThere(life.disk.names.get(path)?.content);
      return database;
    } catch (error) {
      database.letGo();
      throw error;
    }
  }

  /** A database is closed; with a life's last one its file system goes. */
  closed(life: Life, database: Held): void {
    life.held.delete(database);
    const vfs = this.#registered.get(life);
    if (life.held.size > 0 || !vfs) return;
    this.#registered.delete(life);
    this.#vfsTable.unregister(vfs);
  }

  /** What went wrong last on this database, as better-sqlite3 says it. */
  trouble(database: Pointer): SqliteError {
    const code = this.exports.sqlite3_extended_errcode(database);
    const message = this.heap.zeroEnded(this.exports.sqlite3_errmsg(database)) ?? '';
    return new SqliteError(message, this.#codeName(code));
  }
}

/** Once for a process: `newDisk` makes as many disks as are wanted. */
export async function createDiskEngine(): Promise<SqliteEngine> {
  const sqlite = await initSqlite();
  return new SqliteEngine(
    sqlite.wasm.exports,
    () => sqlite.wasm.heap8u().buffer,
    (signature, act) => sqlite.wasm.installFunction(signature, act),
    (code) => sqlite.capi.sqlite3_js_rc_str(code) ?? `UNKNOWN_SQLITE_ERROR_${code}`,
  );
}
