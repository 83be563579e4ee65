/** What a printer acts on the moment it arrives, whatever stands in its buffer. */
export type RealTimeRequest =
  | { readonly kind: 'status'; readonly which: number }
  | { readonly kind: 'clear-buffer' };

const DLE = 0x10;
const EOT = 0x04;
const DC4 = 0x14;
/** `DLE DC4 8` carries these seven bytes, so that no data does it by accident. */
const CLEAR = [0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08];

/**
 * Takes the real-time commands out of the stream, also where they are cut by packets or stand in the middle of
 * other commands. The rest comes out in order.
 */
export class RealTimeScanner {
  #held: number[] = [];

  /** The bytes for the print buffer, and the requests, in the order they came. */
  scan(bytes: Uint8Array): readonly (number | RealTimeRequest)[] {
    const out: (number | RealTimeRequest)[] = [];
    for (const byte of bytes) this.#step(byte, out);
    return out;
  }

  #step(byte: number, out: (number | RealTimeRequest)[]): void {
    this.#held.push(byte);
    const [first, second, third] = this.#held;
    if (first === DLE) {
      if (second === undefined) return;
      if (second === EOT) {
        if (third === undefined) return;
        this.#held = [];
        out.push({ kind: 'status', which: third });
        return;
      }
      if (second === DC4) {
        const rest = this.#held.slice(2);
        if (rest.every((held, index) => held === CLEAR[index])) {
          if (rest.length < CLEAR.length) return;
          this.#held = [];
          out.push({ kind: 'clear-buffer' });
          return;
        }
      }
    }
    this.#giveUpFirst(out);
  }

  /** The first held byte begins no real-time command: it is data, and the others are looked at again. */
  #giveUpFirst(out: (number | RealTimeRequest)[]): void {
    const [first, ...again] = this.#held;
    this.#held = [];
    if (first !== undefined) out.push(first);
    for (const byte of again) this.#step(byte, out);
  }
}
