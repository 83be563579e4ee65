import type { Pointer, SqliteExports } from './sqlite-exports.ts';

/** Values bound during one call, bytes. Longer ones are handed to SQLite to copy. */
const ARENA = 256 * 1024;

/**
 * SQLite's memory. The views are made anew where the memory has grown. A stack of its own holds what lives as long
 * as one call: `mark`, then `text` or `bytes`, then `release`.
 */
export class Heap {
  readonly #exports: SqliteExports;
  readonly #memory: () => ArrayBufferLike;
  #bytes: Buffer;
  #words: Int32Array;
  readonly #arenaEnd: Pointer;
  #top: Pointer;

  constructor(exports: SqliteExports, memory: () => ArrayBufferLike) {
    this.#exports = exports;
    this.#memory = memory;
    this.#top = exports.sqlite3_malloc(ARENA);
    this.#arenaEnd = this.#top + ARENA;
    this.#bytes = Buffer.from(memory());
    this.#words = new Int32Array(memory());
  }

  get bytes(): Buffer {
    if (this.#bytes.byteLength === 0) this.#bytes = Buffer.from(this.#memory());
    return this.#bytes;
  }

  get words(): Int32Array {
    if (this.#words.byteLength === 0) this.#words = new Int32Array(this.#memory());
    return this.#words;
  }

  word(at: Pointer): number {
    return this.words[at >> 2] ?? 0;
  }

  setWord(at: Pointer, value: number): void {
    this.words[at >> 2] = value;
  }

  mark(): Pointer {
    return this.#top;
  }

  release(mark: Pointer): void {
    this.#top = mark;
  }

  /** Room on the stack; 0 where there is not enough. */
  room(bytes: number): Pointer {
    const start = this.#top;
    const end = (start + bytes + 7) & ~7;
    if (end > this.#arenaEnd) return 0;
    this.#top = end;
    return start;
  }

  /** A text with a zero behind it, of any length: `act` gets its place and its bytes without the zero. */
  withText<T>(text: string, act: (at: Pointer, bytes: number) => T): T {
    const most = 3 * text.length + 1;
    const block = this.#exports.sqlite3_malloc(most);
    if (block === 0) throw new Error(`no memory for ${most} bytes`);
    try {
      const length = this.bytes.write(text, block, 'utf8');
      this.bytes[block + length] = 0;
      return act(block, length);
    } finally {
      this.#exports.sqlite3_free(block);
    }
  }

  /** A copy of `value` in memory for as long as `act` takes. */
  withBytes<T>(value: Uint8Array, act: (at: Pointer) => T): T {
    const block = this.#exports.sqlite3_malloc(value.length);
    if (block === 0) throw new Error(`no memory for ${value.length} bytes`);
    try {
      this.bytes.set(value, block);
      return act(block);
    } finally {
      this.#exports.sqlite3_free(block);
    }
  }

  /** Text of a known length. Short ASCII, the most of it, is quicker by hand. */
  textAt(at: Pointer, length: number): string {
    const { bytes } = this;
    if (length > 24) return bytes.toString('utf8', at, at + length);
    let text = '';
    for (let i = at; i < at + length; i += 1) {
      const unit = bytes[i] ?? 0;
      if (unit > 0x7f) return bytes.toString('utf8', at, at + length);
      text += String.fromCharCode(unit);
    }
    return text;
  }

  /** Text up to its zero; null for no text. */
  zeroEnded(at: Pointer): string | null {
    return at === 0 ? null : this.bytes.toString('utf8', at, this.bytes.indexOf(0, at));
  }
}
