import { answerOf, SW } from './virtual-card.ts';

/**
 * The T=0 manner of a card: holds an answer back for GET RESPONSE (61xx), and insists on the right Le (6Cxx).
 * Data is what the card would say; the status word of success is added here.
 */
export class T0Answering {
  readonly #announces: boolean;
  readonly #insists: boolean;
  #held = new Uint8Array();

  constructor(manner: { readonly announces: boolean; readonly insists: boolean }) {
    this.#announces = manner.announces;
    this.#insists = manner.insists;
  }

  /** Success with data to a command without Le (SELECT): 61xx and held, or at once. */
  unasked(data: Uint8Array): Uint8Array {
    if (!this.#announces || data.length === 0) return answerOf(data, SW.ok);
    this.#held = Uint8Array.from(data);
    return answerOf([], [0x61, data.length]);
  }

  /** Success with data to a command that ends in Le; Le 00 is "whatever there is". */
  asked(data: Uint8Array, expected: number): Uint8Array {
    if (this.#insists && expected !== data.length) return answerOf([], [0x6c, data.length]);
    return answerOf(data, SW.ok);
  }

  /** GET RESPONSE: as much as asked for, the rest is announced again. */
  getResponse(expected: number): Uint8Array {
    if (this.#held.length === 0) return answerOf([], SW.noCurrentFile);
    const count = expected === 0 ? this.#held.length : Math.min(expected, this.#held.length);
    const part = this.#held.slice(0, count);
    this.#held = this.#held.slice(count);
    return answerOf(part, this.#held.length === 0 ? SW.ok : [0x61, this.#held.length]);
  }

  forget(): void {
    this.#held = new Uint8Array();
  }
}
