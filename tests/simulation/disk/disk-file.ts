import type { DiskFigures } from './disk-act.ts';
import { GrowingBytes } from './growing-bytes.ts';
import { eachSector, UnsyncedWrites } from './unsynced-writes.ts';

/**
 * One file without its name: what a program reads now, what the medium holds for certain, and the changes between the
 * two. A sync costs what was written since the last one, not what the file holds.
 */
export class DiskFile {
  readonly #present = new GrowingBytes();
  readonly #durable = new GrowingBytes();
  readonly #unsynced = new UnsyncedWrites();
  #mode: number;
  #durableMode: number;
  #modifiedAt: number;

  constructor(mode: number, now: number) {
    this.#mode = mode;
    this.#durableMode = mode;
    this.#modifiedAt = now;
  }

  get size(): number {
    return this.#present.size;
  }

  get mode(): number {
    return this.#mode;
  }

  set mode(bits: number) {
    this.#mode = bits;
  }

  /** Milliseconds since the epoch. */
  get modifiedAt(): number {
    return this.#modifiedAt;
  }

  /** The bytes themselves, until the next change. */
  get content(): Uint8Array {
    return this.#present.content;
  }

  read(offset: number, length: number): Uint8Array {
    return this.#present.slice(offset, offset + length);
  }

  write(offset: number, bytes: Uint8Array, now: number): void {
    this.#present.write(offset, bytes);
    this.#unsynced.add(offset, bytes);
    this.#modifiedAt = now;
  }

  truncate(size: number, now: number): void {
    this.#present.truncate(size);
    this.#unsynced.addTruncation(size);
    this.#modifiedAt = now;
  }

  sync(): void {
    this.#durableMode = this.#mode;
    if (this.#unsynced.isEmpty) return;
    this.#unsynced.each((offset, bytes) => {
      if (bytes) this.#durable.write(offset, bytes);
      else this.#durable.truncate(offset);
    });
    this.#unsynced.clear();
  }

  /**
   * Each sector written since the last sync survives or not, whatever its order; the odds differ from file to file,
   * so that whole transactions are lost or kept as well.
   */
  cutPower(random: () => number, figures: DiskFigures): void {
    if (this.#mode !== this.#durableMode && random() < 0.5) this.#mode = this.#durableMode;
    this.#durableMode = this.#mode;
    if (this.#unsynced.isEmpty) return;
    const odds = 1.5 * random() - 0.25;
    let truncated = false;
    this.#unsynced.each((offset, bytes) => {
      if (bytes === null) {
        truncated = true;
        if (random() < odds) this.#durable.truncate(offset);
      } else this.#surviveInPart(offset, bytes, () => random() < odds, figures);
    });
    this.#presentIsDurable(truncated);
    this.#unsynced.clear();
  }

  /** A byte goes bad on the medium itself. */
  rot(offset: number): void {
    this.#present.flip(offset);
    this.#durable.flip(offset);
  }

  #surviveInPart(offset: number, bytes: Uint8Array, survives: () => boolean, figures: DiskFigures): void {
    let kept = 0;
    let sectors = 0;
    eachSector(offset, bytes.length, (start, end) => {
      sectors += 1;
      if (!survives()) return;
      kept += 1;
      this.#durable.write(offset + start, bytes.subarray(start, end));
    });
    if (kept === 0) figures.lostWrites += 1;
    else if (kept < sectors) figures.tornWrites += 1;
  }

  /** Only what was written can differ; after a truncation anything may. */
  #presentIsDurable(truncated: boolean): void {
    const { size } = this.#durable;
    if (truncated) {
      this.#present.truncate(0);
      this.#present.write(0, this.#durable.content);
      return;
    }
    this.#present.truncate(size);
    this.#unsynced.each((offset, bytes) => {
      if (bytes && offset < size) {
        this.#present.write(offset, this.#durable.slice(offset, offset + bytes.length));
      }
    });
  }
}
