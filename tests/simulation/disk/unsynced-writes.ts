/** What a disk writes whole or not at all, bytes. A longer write can be torn between two of them. */
export const SECTOR = 512;
/** After a sync the log is given back where one great transaction made it larger than this, bytes. */
const LOG_TO_KEEP = 64 * 1024;
const FIRST_LOG = 16 * 1024;
/** In place of a length: the change is a truncation. */
const TRUNCATION = -1;

/**
 * What happened to one file since its last sync, in order, with the bytes written: a later write over the same place
 * may be lost while the earlier one survives. Flat arrays: a commit adds two writes a page.
 */
export class UnsyncedWrites {
  /** Three numbers a change: offset, length, place in the log. */
  readonly #changes: number[] = [];
  #log = new Uint8Array(FIRST_LOG);
  #logEnd = 0;

  get isEmpty(): boolean {
    return this.#changes.length === 0;
  }

  add(offset: number, bytes: Uint8Array): void {
    const end = this.#logEnd + bytes.length;
    if (end > this.#log.length) {
      const larger = new Uint8Array(Math.max(end, 2 * this.#log.length));
      larger.set(this.#log);
      this.#log = larger;
    }
    this.#log.set(bytes, this.#logEnd);
    this.#changes.push(offset, bytes.length, this.#logEnd);
    this.#logEnd = end;
  }

  addTruncation(size: number): void {
    this.#changes.push(size, TRUNCATION, 0);
  }

  /** Every change in order; `bytes` is null for a truncation, valid during the call alone. */
  each(act: (offset: number, bytes: Uint8Array | null) => void): void {
    const changes = this.#changes;
    for (let at = 0; at < changes.length; at += 3) {
      const offset = changes[at] ?? 0;
      const length = changes[at + 1] ?? 0;
      const start = changes[at + 2] ?? 0;
      act(offset, length === TRUNCATION ? null : this.#log.subarray(start, start + length));
    }
  }

  clear(): void {
    this.#changes.length = 0;
    this.#logEnd = 0;
    if (this.#log.length > LOG_TO_KEEP) this.#log = new Uint8Array(FIRST_LOG);
  }
}

/** Cuts a write where sectors begin: the parts that survive a power cut each for itself. */
export function eachSector(offset: number, length: number, act: (start: number, end: number) => void): void {
  for (let start = 0; start < length; ) {
    const end = Math.min(length, start + SECTOR - ((offset + start) % SECTOR));
    act(start, end);
    start = end;
  }
}
