/** Frames of the virtual card's wire (protocols 5.1): 2-byte big-endian length, then the payload. */

/** Payloads of one byte are controls; only `atr` is answered. */
export const CONTROL = { off: 0x00, on: 0x01, reset: 0x02, atr: 0x04 } as const;

export function encodeFrame(payload: Uint8Array): Uint8Array {
  return Uint8Array.from([payload.length >> 8, payload.length & 0xff, ...payload]);
}

/** Cuts a byte stream into frames, however the stream was cut. */
export class FrameReader {
  #buffer = new Uint8Array();

  /** Whole frames that these bytes complete, in order. */
  push(bytes: Uint8Array): Uint8Array[] {
    const joined = new Uint8Array(this.#buffer.length + bytes.length);
    joined.set(this.#buffer, 0);
    joined.set(bytes, this.#buffer.length);
    const frames: Uint8Array[] = [];
    let at = 0;
    while (joined.length - at >= 2) {
      const length = ((joined[at] ?? 0) << 8) | (joined[at + 1] ?? 0);
      if (joined.length - at - 2 < length) break;
      frames.push(joined.slice(at + 2, at + 2 + length));
      at += 2 + length;
    }
    this.#buffer = joined.slice(at);
    return frames;
  }

  /** Length of the frame whose head has come and whose payload has not; null between frames. */
  get announced(): number | null {
    const [high, low] = this.#buffer;
    return high === undefined || low === undefined ? null : (high << 8) | low;
  }
}
