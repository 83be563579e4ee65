import type { Heap } from './heap.ts';
import type { Life } from './life.ts';
import type { OpenFile } from './open-file.ts';
import { CANTOPEN, IOERR_ACCESS, IOERR_LOCK, NOTFOUND, OK } from './result-codes.ts';
import type { Pointer, SqliteExports } from './sqlite-exports.ts';
import type { SqliteFiles } from './sqlite-files.ts';

/** Where a JavaScript function is put so that SQLite can call it; the signature is one letter for each value. */
export type InstallFunction = (signature: string, act: (...values: never[]) => unknown) => Pointer;

/** Sizes of `sqlite3_vfs`, `sqlite3_io_methods` and of our `sqlite3_file` (methods, number), bytes. */
const VFS_BYTES = 88;
const METHODS_BYTES = 76;
const FILE_BYTES = 8;
const LONGEST_PATH = 512;
/** What SQLite takes for granted on Unix: whole sectors, power-safe overwriting, reads of less than a page. */
const SECTOR_SIZE = 4096;
const CHARACTERISTICS = 0x1000 | 0x8000;
/** The Julian day of 1970-01-01 in milliseconds. */
const EPOCH = 210_866_760_000_000;
const ACCESS_EXISTS = 0;

/** A file system under a name; SQLite's calls find their life by its place in memory. */
export interface Vfs {
  readonly at: Pointer;
  readonly name: Pointer;
}

/** SQLite's tables of functions, filled with ours: once for the process, one small copy for each life. */
export class VfsTable {
  readonly #exports: SqliteExports;
  readonly #heap: Heap;
  readonly #files: SqliteFiles;
  readonly #lives = new Map<Pointer, Life>();
  readonly #open: (OpenFile | null)[] = [null];
  readonly #free: number[] = [];
  readonly #template: Int32Array;
  readonly #methods: Pointer;
  #count = 0;

  constructor(
    exports: SqliteExports,
    heap: Heap,
    files: SqliteFiles,
    install: InstallFunction,
    random: () => number,
  ) {
    this.#exports = exports;
    this.#heap = heap;
    this.#files = files;
    this.#methods = this.#fileMethods(install);
    this.#template = this.#vfsWords(install, random);
  }

  /** Makes a life's file system known to SQLite. */
  register(life: Life | null): Vfs {
    const at = this.#exports.sqlite3_malloc(VFS_BYTES);
    const name = this.#exports.sqlite3_malloc(16);
    this.#count += 1;
    const length = this.#heap.bytes.write(`disk-${this.#count}`, name, 'latin1');
    this.#heap.bytes[name + length] = 0;
    this.#heap.words.set(this.#template, at >> 2);
    this.#heap.setWord(at + 16, name);
    if (life) this.#lives.set(at, life);
    this.#exports.sqlite3_vfs_register(at, life ? 0 : 1);
    return { at, name };
  }

  unregister({ at, name }: Vfs): void {
    this.#exports.sqlite3_vfs_unregister(at);
    this.#lives.delete(at);
    this.#exports.sqlite3_free(at);
    this.#exports.sqlite3_free(name);
  }

  #fileMethods(install: InstallFunction): Pointer {
    const files = this.#files;
    const heap = this.#heap;
    const at = (file: Pointer): OpenFile => this.#openAt(file);
    const answer = (out: Pointer, value: number): number => {
      heap.setWord(out, value);
      return OK;
    };
    const methods: readonly (readonly [string, (...values: never[]) => unknown])[] = [
      ['i(p)', (file: Pointer) => this.#close(file)],
      ['i(ppij)', (f: Pointer, into: Pointer, n: number, o: bigint) => files.read(at(f), into, n, Number(o))],
      [
        'i(ppij)',
        (f: Pointer, from: Pointer, n: number, o: bigint) => files.write(at(f), from, n, Number(o)),
      ],
      ['i(pj)', (file: Pointer, size: bigint) => files.truncate(at(file), Number(size))],
      ['i(pi)', (file: Pointer) => files.sync(at(file))],
      [
        'i(pp)',
        (file: Pointer, out: Pointer) => {
          heap.setWord(out + 4, 0);
          return answer(out, at(file).file.size);
        },
      ],
      ['i(pi)', (file: Pointer, level: number) => (at(file).life.isOver ? IOERR_LOCK : at(file).lock(level))],
      ['i(pi)', (file: Pointer, level: number) => at(file).unlock(level)],
      ['i(pp)', (file: Pointer, out: Pointer) => answer(out, at(file).isReserved ? 1 : 0)],
      ['i(pip)', () => NOTFOUND],
      ['i(p)', () => SECTOR_SIZE],
      ['i(p)', () => CHARACTERISTICS],
      [
        'i(piiip)',
        (file: Pointer, index: number, bytes: number, extend: number, out: Pointer) => {
          const mapped = files.mapIndex(at(file), index, bytes, extend !== 0);
          return typeof mapped === 'number' ? mapped : answer(out, mapped.at);
        },
      ],
      [
        'i(piii)',
        (file: Pointer, first: number, n: number, flags: number) =>
          files.lockIndex(at(file), first, n, flags),
      ],
      ['v(p)', () => undefined],
      ['i(pi)', (file: Pointer, remove: number) => files.unmapIndex(at(file), remove !== 0)],
    ];
    const table = this.#exports.sqlite3_malloc(METHODS_BYTES);
    heap.words.fill(0, table >> 2, (table + METHODS_BYTES) >> 2);
    heap.setWord(table, 2);
    for (const [index, [signature, act]] of methods.entries()) {
      heap.setWord(table + 4 + 4 * index, install(signature, act));
    }
    return table;
  }

  #vfsWords(install: InstallFunction, random: () => number): Int32Array {
    const heap = this.#heap;
    const words = new Int32Array(VFS_BYTES / 4);
    words.set([2, FILE_BYTES, LONGEST_PATH]);
    const set = (offset: number, signature: string, act: (...values: never[]) => unknown) => {
      words[offset / 4] = install(signature, act);
    };
    set(24, 'i(pppip)', (vfs: Pointer, path: Pointer, file: Pointer, flags: number, out: Pointer) =>
      this.#xOpen(vfs, path, file, flags, out),
    );
    set(28, 'i(ppi)', (vfs: Pointer, path: Pointer, syncFolder: number) =>
      this.#files.remove(this.#life(vfs), heap.zeroEnded(path) ?? '', syncFolder !== 0),
    );
    set(32, 'i(ppip)', (vfs: Pointer, path: Pointer, flags: number, out: Pointer) => {
      const life = this.#life(vfs);
      if (life.isOver) return IOERR_ACCESS;
      const file = life.disk.names.get(heap.zeroEnded(path) ?? '');
      const granted = flags === ACCESS_EXISTS ? file && file.size > 0 : file && !life.disk.readOnly;
      heap.setWord(out, granted ? 1 : 0);
      return OK;
    });
    set(36, 'i(ppip)', (_: Pointer, path: Pointer, room: number, out: Pointer) => {
      const end = heap.bytes.indexOf(0, path) + 1;
      if (end - path > room) return CANTOPEN;
      heap.bytes.copyWithin(out, path, end);
      return OK;
    });
    set(56, 'i(pip)', (_: Pointer, length: number, out: Pointer) => {
      for (let i = 0; i < length; i += 1) heap.bytes[out + i] = Math.floor(256 * random());
      return length;
    });
    set(60, 'i(pi)', (_: Pointer, microseconds: number) => microseconds);
    set(68, 'i(pip)', () => OK);
    set(72, 'i(pp)', (vfs: Pointer, out: Pointer) => {
      const now = EPOCH + Math.floor(this.#lives.get(vfs)?.disk.now() ?? 0);
      heap.setWord(out, (now % 2 ** 32) | 0);
      heap.setWord(out + 4, Math.floor(now / 2 ** 32));
      return OK;
    });
    return words;
  }

  #xOpen(vfs: Pointer, path: Pointer, file: Pointer, flags: number, out: Pointer): number {
    const heap = this.#heap;
    heap.setWord(file, 0);
    const opened = this.#files.open(this.#life(vfs), heap.zeroEnded(path), flags);
    if (typeof opened === 'number') return opened;
    const number = this.#free.pop() ?? this.#open.length;
    this.#open[number] = opened.opened;
    heap.setWord(file, this.#methods);
    heap.setWord(file + 4, number);
    if (out !== 0) heap.setWord(out, opened.flags);
    return OK;
  }

  #close(file: Pointer): number {
    const number = this.#heap.word(file + 4);
    this.#files.close(this.#openAt(file));
    this.#open[number] = null;
    this.#free.push(number);
    return OK;
  }

  #openAt(file: Pointer): OpenFile {
    const open = this.#open[this.#heap.word(file + 4)];
    if (!open) throw new Error('SQLite uses a file it has closed');
    return open;
  }

  #life(vfs: Pointer): Life {
    const life = this.#lives.get(vfs);
    if (!life) throw new Error('SQLite uses a file system that is gone');
    return life;
  }
}
