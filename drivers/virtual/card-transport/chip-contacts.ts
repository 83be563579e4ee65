import type { VirtualCard } from '../social-card/virtual-card.ts';

/** Data of a good answer, or the machine's error code. */
export type ChipOutcome =
  | { readonly data: readonly number[]; readonly code?: undefined }
  | { readonly code: string };

/** Type byte before an ATR: T=0. */
const T0 = 0x30;
const MORE = 0x61;
const GET_RESPONSE = [0x00, 0xc0, 0x00, 0x00] as const;

const ACTIVATION_FAILED: ChipOutcome = { code: '61' };
const NOT_ACTIVATED: ChipOutcome = { code: '65' };
const NO_ANSWER: ChipOutcome = { code: '68' };

/** The contacts at the chip station: power, and APDUs in the machine's automatic mode, which fetches 61xx itself. */
export class ChipContacts {
  readonly #fetchesResponses: boolean;
  #powered: VirtualCard | null = null;
  #dead = false;
  #apdus = 0;
  #failsAt = Number.POSITIVE_INFINITY;

  constructor(fetchesResponses: boolean) {
    this.#fetchesResponses = fetchesResponses;
  }

  /** The chip under the contacts gives no answer to reset any more. */
  die(): void {
    this.#dead = true;
    this.off();
  }

  /** From the nth APDU after now on the chip is silent. */
  failAt(apdu: number): void {
    this.#failsAt = this.#apdus + apdu;
  }

  /** Another card, or none, lies under the contacts. */
  clear(): void {
    this.off();
    this.#dead = false;
    this.#apdus = 0;
    this.#failsAt = Number.POSITIVE_INFINITY;
  }

  coldReset(card: VirtualCard): ChipOutcome {
    this.off();
    card.reset();
    if (this.#dead || card.atr.length === 0) return ACTIVATION_FAILED;
    this.#powered = card;
    return { data: [T0, ...card.atr] };
  }

  off(): void {
    this.#powered?.reset();
    this.#powered = null;
  }

  apdu(command: Uint8Array): ChipOutcome {
    if (this.#powered === null) return NOT_ACTIVATED;
    this.#apdus += 1;
    if (this.#apdus >= this.#failsAt) return NO_ANSWER;
    const data: number[] = [];
    let answer = this.#powered.answer(command);
    while (this.#fetchesResponses && answer.length === 2 && answer[0] === MORE) {
      answer = this.#powered.answer(Uint8Array.from([...GET_RESPONSE, answer[1] ?? 0]));
    }
    data.push(...answer);
    return data.length < 2 ? NO_ANSWER : { data };
  }
}
