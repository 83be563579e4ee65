import { dirname } from 'node:path';
import { DiskFile } from './disk-file.ts';
import type { Heap } from './heap.ts';
import type { Life } from './life.ts';
import { type Holders, OpenFile } from './open-file.ts';
import {
  CANTOPEN,
  FULL,
  IOERR_DELETE,
  IOERR_DELETE_NOENT,
  IOERR_DIR_FSYNC,
  IOERR_FSYNC,
  IOERR_READ,
  IOERR_SHMLOCK,
  IOERR_SHMSIZE,
  IOERR_SHORT_READ,
  IOERR_TRUNCATE,
  IOERR_WRITE,
  OK,
} from './result-codes.ts';
import type { Pointer, SqliteExports } from './sqlite-exports.ts';
import { WalIndex } from './wal-index.ts';

/** Flags of SQLite's xOpen. */
export const OPEN_READONLY = 0x1;
const OPEN_READWRITE = 0x2;
const OPEN_CREATE = 0x4;
const OPEN_DELETE_ON_CLOSE = 0x8;
const OPEN_MAIN_JOURNAL = 0x800;
const OPEN_SUPER_JOURNAL = 0x4000;
const OPEN_WAL = 0x80000;

/** SQLite makes its files so (0644), and a log or journal like the database it belongs to. */
const NEW_FILE_MODE = 0o644;

/** What SQLite's file system does, one method for each of its calls, as its own one for Unix does it. */
export class SqliteFiles {
  readonly #exports: SqliteExports;
  readonly #heap: Heap;
  readonly #holders = new Map<DiskFile, Holders>();

  constructor(exports: SqliteExports, heap: Heap) {
    this.#exports = exports;
    this.#heap = heap;
  }

  /** The file and the flags it was opened with, or a result code. */
  open(life: Life, path: string | null, flags: number): { opened: OpenFile; flags: number } | number {
    const { disk } = life;
    if (life.isOver) return CANTOPEN;
    if (path === null) return { opened: this.#hold(life, new DiskFile(0o600, disk.now()), '', flags), flags };
    let file = disk.names.get(path);
    if (file && disk.readOnly) {
      const readable = (flags & ~(OPEN_READWRITE | OPEN_CREATE)) | OPEN_READONLY;
      return { opened: this.#hold(life, file, path, readable), flags: readable };
    }
    if (!file) {
      if (!(flags & OPEN_CREATE) || disk.readOnly || !disk.hasFolderOf(path)) return CANTOPEN;
      if (!life.begins('create', path, 0)) return CANTOPEN;
      const database = disk.names.get(path.replace(/-(wal|journal)$/, ''));
      file = new DiskFile(database?.mode ?? NEW_FILE_MODE, disk.now());
      disk.names.add(path, file);
    }
    return { opened: this.#hold(life, file, path, flags), flags };
  }

  close(open: OpenFile): void {
    this.unmapIndex(open, false);
    open.holders.files.delete(open);
    if (open.holders.files.size === 0) this.#holders.delete(open.file);
  }

  read(open: OpenFile, into: Pointer, length: number, offset: number): number {
    if (open.life.isOver) return IOERR_READ;
    const read = open.file.read(offset, length);
    const { bytes } = this.#heap;
    bytes.set(read, into);
    if (read.length === length) return OK;
    bytes.fill(0, into + read.length, into + length);
    return IOERR_SHORT_READ;
  }

  write(open: OpenFile, from: Pointer, length: number, offset: number): number {
    const { life, file } = open;
    const { disk } = life;
    if (life.isOver || disk.readOnly || open.readOnly) return IOERR_WRITE;
    if (disk.full && offset + length > file.size) return FULL;
    if (!life.begins('write', open.path, length)) return IOERR_WRITE;
    disk.figures.writes += 1;
    disk.figures.bytes += length;
    file.write(offset, this.#heap.bytes.subarray(from, from + length), disk.now());
    return OK;
  }

  truncate(open: OpenFile, size: number): number {
    const { life } = open;
    if (life.isOver || life.disk.readOnly) return IOERR_TRUNCATE;
    if (!life.begins('truncate', open.path, size)) return IOERR_TRUNCATE;
    open.file.truncate(size, life.disk.now());
    return OK;
  }

  sync(open: OpenFile): number {
    const { life } = open;
    if (life.disk.readOnly || !life.begins('sync', open.path, 0)) return IOERR_FSYNC;
    life.disk.figures.syncs += 1;
    open.file.sync();
    if (!open.syncsFolder) return OK;
    open.syncsFolder = false;
    return this.#syncFolderOf(life, open.path) ? OK : IOERR_FSYNC;
  }

  remove(life: Life, path: string, syncFolder: boolean): number {
    const { disk } = life;
    if (!disk.names.get(path)) return IOERR_DELETE_NOENT;
    if (disk.readOnly || !life.begins('remove', path, 0)) return IOERR_DELETE;
    disk.names.remove(path);
    return !syncFolder || this.#syncFolderOf(life, path) ? OK : IOERR_DIR_FSYNC;
  }

  /** Where a region of the log's index is, 0 where there is none and none is wanted; or a result code. */
  mapIndex(open: OpenFile, index: number, bytes: number, extend: boolean): { at: Pointer } | number {
    const { life, holders } = open;
    if (life.isOver) return IOERR_SHMSIZE;
    let walIndex = holders.walIndex;
    if (!walIndex) {
      const made = this.open(life, `${open.path}-shm`, OPEN_READWRITE | OPEN_CREATE);
      if (typeof made === 'number') return made;
      this.close(made.opened);
      if (made.opened.readOnly) return CANTOPEN;
      walIndex = new WalIndex(this.#exports, made.opened.file, made.opened.path);
      walIndex.file.truncate(0, life.disk.now());
      holders.walIndex = walIndex;
    }
    if (!open.usesWalIndex) {
      walIndex.join(open);
      open.usesWalIndex = true;
    }
    const at = walIndex.region(index);
    if (at !== 0 || !extend) return { at };
    if (life.disk.full || life.disk.readOnly) return IOERR_SHMSIZE;
    if (!life.begins('write', walIndex.path, bytes)) return IOERR_SHMSIZE;
    walIndex.file.truncate((index + 1) * bytes, life.disk.now());
    const added = walIndex.addRegion(bytes, (start, length) => {
      this.#heap.bytes.fill(0, start, start + length);
    });
    return added === 0 ? IOERR_SHMSIZE : { at: added };
  }

  lockIndex(open: OpenFile, first: number, count: number, flags: number): number {
    const { walIndex } = open.holders;
    return walIndex && open.usesWalIndex ? walIndex.lock(open, first, count, flags) : IOERR_SHMLOCK;
  }

  unmapIndex(open: OpenFile, remove: boolean): number {
    const { life, holders } = open;
    const { walIndex } = holders;
    if (!walIndex || !open.usesWalIndex) return OK;
    open.usesWalIndex = false;
    if (!walIndex.leave(open)) return OK;
    holders.walIndex = null;
    if (!remove || !life.disk.names.get(walIndex.path)) return OK;
    if (!life.disk.readOnly && life.begins('remove', walIndex.path, 0)) life.disk.names.remove(walIndex.path);
    return OK;
  }

  #syncFolderOf(life: Life, path: string): boolean {
    const folder = dirname(path);
    if (!life.begins('sync-folder', folder, 0)) return false;
    life.disk.figures.syncs += 1;
    life.disk.names.syncFolder(folder);
    return true;
  }

  #hold(life: Life, file: DiskFile, path: string, flags: number): OpenFile {
    const holders = this.#holders.get(file) ?? { files: new Set<OpenFile>(), walIndex: null };
    this.#holders.set(file, holders);
    const open = new OpenFile(life, file, path, {
      readOnly: (flags & OPEN_READONLY) !== 0,
      syncsFolder:
        (flags & OPEN_CREATE) !== 0 &&
        (flags & OPEN_DELETE_ON_CLOSE) === 0 &&
        (flags & (OPEN_WAL | OPEN_MAIN_JOURNAL | OPEN_SUPER_JOURNAL)) !== 0,
      holders,
    });
    holders.files.add(open);
    return open;
  }
}
