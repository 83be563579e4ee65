import { ACK, EOT, exclusiveOr, FRAME_END, FRAME_START, HEAD_BYTES, NAK, TAIL_BYTES } from './crt-frame.ts';

/** What the bytes said, in their order. */
export type CrtEvent =
  | { readonly kind: 'ack' | 'nak' | 'eot' }
  | { readonly kind: 'frame'; readonly text: Uint8Array }
  /** A whole frame whose end byte or BCC is wrong. */
  | { readonly kind: 'damaged' }
  /** Bytes that are no part of anything. */
  | { readonly kind: 'noise' };

/** The shortest text is a command without data; the longest carries a 258-byte answer of a chip. */
const MIN_TEXT = 3;
const MAX_TEXT = 512;

const CONTROLS: ReadonlyMap<number, 'ack' | 'nak' | 'eot'> = new Map([
  [ACK, 'ack'],
  [NAK, 'nak'],
  [EOT, 'eot'],
]);

/**
 * Cuts a stream into frames and single control bytes, and finds the next good frame after anything. Inside what
 * looked like a frame and was none, control bytes are not believed: a NAK there would repeat a move. Keeps at most
 * one frame however long the noise is.
 */
export class CrtFrameParser {
  readonly #address: number;
  #pending: Uint8Array = new Uint8Array();
  /** So many of the pending bytes lie inside a frame that was damaged. */
  #doubtful = 0;

  constructor(address = 0) {
    this.#address = address;
  }

  /** True while the beginning of a frame is waiting for its end. */
  get incomplete(): boolean {
    return this.#pending.length > 0;
  }

  push(chunk: Uint8Array): CrtEvent[] {
    return this.#scan(Uint8Array.from([...this.#pending, ...chunk]), this.#doubtful);
  }

  /** The end of the waiting frame will not come (a deadline passed): look behind its first byte. */
  abandon(): CrtEvent[] {
    const events: CrtEvent[] = [];
    while (this.incomplete) {
      events.push({ kind: 'damaged' });
      const rest = this.#pending.slice(1);
      events.push(...this.#scan(rest, rest.length));
    }
    return events;
  }

  /** @param doubtful offset up to which control bytes are not believed */
  #scan(bytes: Uint8Array, doubtful: number): CrtEvent[] {
    const events: CrtEvent[] = [];
    let doubtfulUntil = doubtful;
    let at = 0;
    while (at < bytes.length) {
      const byte = bytes[at] ?? 0;
      if (byte !== FRAME_START) {
        const control = CONTROLS.get(byte);
        if (at >= doubtfulUntil) events.push({ kind: control ?? 'noise' });
        at += 1;
        continue;
      }
      const size = this.#sizeOf(bytes.subarray(at));
      if (size === 'none') {
        events.push({ kind: 'noise' });
        at += 1;
        continue;
      }
      if (size === 'unknown' || at + size > bytes.length) break;
      const frame = bytes.slice(at, at + size);
      // The exclusive or of a whole sound frame, BCC included, is 0.
      if (frame[size - TAIL_BYTES] === FRAME_END && exclusiveOr(frame) === 0) {
        events.push({ kind: 'frame', text: frame.slice(HEAD_BYTES, size - TAIL_BYTES) });
        at += size;
      } else {
        events.push({ kind: 'damaged' });
        doubtfulUntil = Math.max(doubtfulUntil, at + size);
        at += 1;
      }
    }
    this.#pending = bytes.slice(at);
    this.#doubtful = Math.max(0, doubtfulUntil - at);
    return events;
  }

  /** Whole length of the frame that begins here: not yet known, or none at all. */
  #sizeOf(bytes: Uint8Array): number | 'unknown' | 'none' {
    const [, address, high, low] = bytes;
    if (address !== undefined && address !== this.#address) return 'none';
    if (high === undefined || low === undefined) return 'unknown';
    const length = (high << 8) | low;
    return length < MIN_TEXT || length > MAX_TEXT ? 'none' : HEAD_BYTES + length + TAIL_BYTES;
  }
}
