import {
  type BoardFrame,
  CRC_BYTES,
  crc16,
  FRAME_START,
  HEAD_BYTES,
  LONGEST_BODY,
  SHORTEST_BODY,
} from './board-frame.ts';

/** What the bytes said, in their order. */
export type BoardEvent =
  | { readonly kind: 'frame'; readonly frame: BoardFrame }
  /** As long as a frame, with a wrong CRC. */
  | { readonly kind: 'damaged' }
  /** Bytes that are no part of a frame. */
  | { readonly kind: 'noise' };

/**
 * Cuts a stream into frames and finds the next good one after anything. Keeps at most one frame, however long the
 * noise is.
 */
export class BoardFrameParser {
  #pending: Uint8Array = new Uint8Array();

  /** True while the beginning of a frame is waiting for its end. */
  get incomplete(): boolean {
    return this.#pending.length > 0;
  }

  push(chunk: Uint8Array): BoardEvent[] {
    const bytes = Uint8Array.from([...this.#pending, ...chunk]);
    const events: BoardEvent[] = [];
    let at = 0;
    while (at < bytes.length) {
      const size = sizeOf(bytes.subarray(at));
      if (size === 'none') {
        events.push({ kind: 'noise' });
        at += 1;
        continue;
      }
      if (size === 'unknown' || at + size > bytes.length) break;
      const frame = frameIn(bytes.subarray(at, at + size));
      events.push(frame === null ? { kind: 'damaged' } : { kind: 'frame', frame });
      // A damaged frame may be a false beginning with a good one behind it.
      at += frame === null ? 1 : size;
    }
    this.#pending = bytes.slice(at);
    return events;
  }

  /** The end of the waiting frame will not come (a deadline passed): look behind its first byte. */
  abandon(): BoardEvent[] {
    const events: BoardEvent[] = [];
    while (this.incomplete) {
      const rest = this.#pending.slice(1);
      this.#pending = new Uint8Array();
      events.push({ kind: 'damaged' }, ...this.push(rest));
    }
    return events;
  }
}

/** Whole length of the frame that begins here: not yet known, or none at all. */
function sizeOf(bytes: Uint8Array): number | 'unknown' | 'none' {
  const [start, length] = bytes;
  if (start !== FRAME_START) return 'none';
  if (length === undefined) return 'unknown';
  return length < SHORTEST_BODY || length > LONGEST_BODY ? 'none' : HEAD_BYTES + length + CRC_BYTES;
}

function frameIn(bytes: Uint8Array): BoardFrame | null {
  const end = bytes.length - CRC_BYTES;
  const [high = 0, low = 0] = bytes.subarray(end);
  if (crc16(bytes.subarray(1, end)) !== ((high << 8) | low)) return null;
  const [number = 0, command = 0] = bytes.subarray(HEAD_BYTES);
  return { number, command, data: bytes.slice(HEAD_BYTES + SHORTEST_BODY, end) };
}
