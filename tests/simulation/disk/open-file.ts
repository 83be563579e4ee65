import type { DiskFile } from './disk-file.ts';
import type { Life } from './life.ts';
import { BUSY, OK } from './result-codes.ts';
import type { WalIndex } from './wal-index.ts';

const SHARED = 1;
const RESERVED = 2;
const PENDING = 3;
const EXCLUSIVE = 4;

/** What all who have one file open share. */
export interface Holders {
  readonly files: Set<OpenFile>;
  walIndex: WalIndex | null;
}

/** A file as SQLite has it open, with SQLite's five lock levels (https://sqlite.org/lockingv3.html). */
export class OpenFile {
  readonly life: Life;
  readonly file: DiskFile;
  readonly path: string;
  readonly readOnly: boolean;
  readonly holders: Holders;
  /** The first sync of a log or journal makes its name certain as well, as SQLite's own does on Unix. */
  syncsFolder: boolean;
  usesWalIndex = false;
  #level = 0;

  constructor(
    life: Life,
    file: DiskFile,
    path: string,
    options: { readOnly: boolean; syncsFolder: boolean; holders: Holders },
  ) {
    this.life = life;
    this.file = file;
    this.path = path;
    this.readOnly = options.readOnly;
    this.syncsFolder = options.syncsFolder;
    this.holders = options.holders;
  }

  get isReserved(): boolean {
    for (const holder of this.holders.files) if (holder.#level >= RESERVED) return true;
    return false;
  }

  lock(level: number): number {
    if (level <= this.#level) return OK;
    const others = this.#highestOfOthers();
    if (level === SHARED && others >= PENDING) return BUSY;
    if (level === RESERVED && others >= RESERVED) return BUSY;
    if (level === EXCLUSIVE) {
      if (others >= RESERVED) return BUSY;
      // Nobody new may read, and those who do are waited for.
      this.#level = PENDING;
      if (others >= SHARED) return BUSY;
    }
    this.#level = level;
    return OK;
  }

  unlock(level: number): number {
    if (level < this.#level) this.#level = level;
    return OK;
  }

  #highestOfOthers(): number {
    let highest = 0;
    for (const holder of this.holders.files) {
      if (holder !== this && holder.#level > highest) highest = holder.#level;
    }
    return highest;
  }
}
