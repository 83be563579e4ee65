import type { DiskFile } from './disk-file.ts';
import type { OpenFile } from './open-file.ts';
import { BUSY, OK } from './result-codes.ts';
import type { Pointer, SqliteExports } from './sqlite-exports.ts';

/** Locks of a log's index: write, checkpoint, recovery and five readers (https://sqlite.org/walformat.html). */
const LOCKS = 8;
const FLAG_UNLOCK = 1;
const FLAG_SHARED = 4;

interface Masks {
  shared: number;
  exclusive: number;
}

/**
 * The index of a write-ahead log, which SQLite keeps in a mapped file `-shm`: here its memory belongs to the engine,
 * and the file of that name holds only its length. Nothing in it outlives the processes that use it.
 */
export class WalIndex {
  readonly file: DiskFile;
  readonly path: string;
  readonly #exports: SqliteExports;
  readonly #regions: Pointer[] = [];
  readonly #users = new Map<OpenFile, Masks>();
  /** How many share each lock; -1: one holds it alone. */
  readonly #held = new Int32Array(LOCKS);

  constructor(exports: SqliteExports, file: DiskFile, path: string) {
    this.#exports = exports;
    this.file = file;
    this.path = path;
  }

  join(user: OpenFile): void {
    this.#users.set(user, { shared: 0, exclusive: 0 });
  }

  /** True where nobody is left; then its memory is free. */
  leave(user: OpenFile): boolean {
    const masks = this.#users.get(user);
    if (masks) this.#unlock(masks, masks.shared | masks.exclusive);
    this.#users.delete(user);
    if (this.#users.size > 0) return false;
    for (const region of this.#regions) this.#exports.sqlite3_free(region);
    this.#regions.length = 0;
    return true;
  }

  region(index: number): Pointer {
    return this.#regions[index] ?? 0;
  }

  /** Zeros, as many as asked for; 0 where there is no memory. */
  addRegion(bytes: number, zero: (at: Pointer, bytes: number) => void): Pointer {
    const region = this.#exports.sqlite3_malloc(bytes);
    if (region === 0) return 0;
    zero(region, bytes);
    this.#regions.push(region);
    return region;
  }

  lock(user: OpenFile, first: number, count: number, flags: number): number {
    const masks = this.#users.get(user);
    if (!masks) return BUSY;
    const mask = (1 << (first + count)) - (1 << first);
    if (flags & FLAG_UNLOCK) {
      this.#unlock(masks, mask);
      return OK;
    }
    return flags & FLAG_SHARED ? this.#share(masks, mask, first) : this.#take(masks, mask);
  }

  #share(masks: Masks, mask: number, lock: number): number {
    if (masks.shared & mask) return OK;
    const held = this.#held[lock] ?? 0;
    if (held < 0) return BUSY;
    this.#held[lock] = held + 1;
    masks.shared |= mask;
    return OK;
  }

  #take(masks: Masks, mask: number): number {
    for (let lock = 0; lock < LOCKS; lock += 1) {
      if (mask & (1 << lock) && this.#held[lock] !== 0) return BUSY;
    }
    for (let lock = 0; lock < LOCKS; lock += 1) if (mask & (1 << lock)) this.#held[lock] = -1;
    masks.exclusive |= mask;
    return OK;
  }

  #unlock(masks: Masks, mask: number): void {
    for (let lock = 0; lock < LOCKS; lock += 1) {
      const bit = 1 << lock;
      if (!(mask & bit)) continue;
      if (masks.exclusive & bit) this.#held[lock] = 0;
      else if (masks.shared & bit) this.#held[lock] = (this.#held[lock] ?? 1) - 1;
    }
    masks.shared &= ~mask;
    masks.exclusive &= ~mask;
  }
}
