import { checksum } from './frame.ts';

/** What the bytes said, in their order. `cut-frame` is a frame whose end never came. */
export type FrameEvent =
  | { readonly kind: 'frame'; readonly body: Uint8Array }
  | { readonly kind: 'damaged'; readonly reason: 'bad-checksum' | 'bad-length' | 'cut-frame' };

/** AA AA 96 69: the preamble with one AA lost is still a preamble. */
const SYNC = Buffer.from([0xaa, 0xaa, 0x96, 0x69]);
/** The longest answer has 2314 (30 10); whatever claims more than 4 KiB is noise. */
const MAX_LENGTH = 4_096;
const HEADER_BYTES = SYNC.length + 2;

/**
 * Cuts a stream into frames and finds the next good frame after anything: noise, cut, flipped and merged frames.
 * After a damaged frame it looks again right behind that frame's preamble, so a good frame swallowed by a wrong
 * length is not lost. Keeps at most one frame (4 KiB) however long the noise is.
 */
export class FrameParser {
  readonly #minLength: number;
  #pending: Buffer = Buffer.alloc(0);

  /** @param minBody smallest body: 2 for requests (CMD PARA), 3 for answers (SW1 SW2 SW3) */
  constructor(minBody: 2 | 3) {
    this.#minLength = minBody + 1;
  }

  /** True while the beginning of a frame is waiting for its end. */
  get incomplete(): boolean {
    return this.#pending.length >= SYNC.length;
  }

  push(chunk: Uint8Array): FrameEvent[] {
    const bytes = this.#pending.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.#pending, chunk]);
    return this.#scan(bytes);
  }

  /** The end of the waiting frame will not come (a deadline passed): give it up and look behind its preamble. */
  abandon(): FrameEvent[] {
    const events: FrameEvent[] = [];
    while (this.incomplete) {
      events.push({ kind: 'damaged', reason: 'cut-frame' });
      events.push(...this.#scan(this.#pending.subarray(SYNC.length)));
    }
    this.#pending = Buffer.alloc(0);
    return events;
  }

  #scan(bytes: Buffer): FrameEvent[] {
    const events: FrameEvent[] = [];
    let at = 0;
    for (;;) {
      const start = bytes.indexOf(SYNC, at);
      if (start < 0) {
        // A preamble may be cut at the end of the chunk: keep what could be its beginning.
        this.#keep(bytes.subarray(Math.max(at, bytes.length - (SYNC.length - 1))));
        return events;
      }
      if (bytes.length - start < HEADER_BYTES) {
        this.#keep(bytes.subarray(start));
        return events;
      }
      const length = bytes.readUInt16BE(start + SYNC.length);
      if (length < this.#minLength || length > MAX_LENGTH) {
        events.push({ kind: 'damaged', reason: 'bad-length' });
        at = start + SYNC.length;
        continue;
      }
      const end = start + HEADER_BYTES + length;
      if (bytes.length < end) {
        this.#keep(bytes.subarray(start));
        return events;
      }
      if (checksum(bytes.subarray(start + SYNC.length, end)) === 0) {
        events.push({ kind: 'frame', body: Uint8Array.from(bytes.subarray(start + HEADER_BYTES, end - 1)) });
        at = end;
      } else {
        events.push({ kind: 'damaged', reason: 'bad-checksum' });
        at = start + SYNC.length;
      }
    }
  }

  #keep(rest: Buffer): void {
    this.#pending = Buffer.from(rest);
  }
}
