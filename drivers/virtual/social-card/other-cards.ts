import { hexFromBytes } from '../../../src/card-keys/hex.ts';
import { PBOC_DEBIT_AID } from '../../social-card/apdu.ts';
import { type BankRecords, bankRecords } from './bank-application.ts';
import { answerOf, CONTACT_ATR, SW, type VirtualCard } from './virtual-card.ts';

/** A bank card without a social security application. */
export class VirtualBankCard implements VirtualCard {
  readonly atr = CONTACT_ATR;
  readonly #records: BankRecords;
  #selected = false;

  constructor(accountNumber: string) {
    this.#records = bankRecords(accountNumber, 'pan');
  }

  reset(): void {
    this.#selected = false;
  }

  answer(command: Uint8Array): Uint8Array {
    const [, instruction, p1 = 0, p2 = 0] = command;
    if (instruction === 0xa4) {
      const found = p1 === 0x04 && hexFromBytes(command.slice(5)) === hexFromBytes(PBOC_DEBIT_AID);
      if (found) this.#selected = true;
      return answerOf([], found ? SW.ok : SW.fileNotFound);
    }
    if (instruction !== 0xb2) return answerOf([], SW.noInstruction);
    const record = this.#selected && p1 === 1 ? this.#records.get(p2 >> 3) : undefined;
    return record === undefined ? answerOf([], SW.recordNotFound) : answerOf(record, SW.ok);
  }
}

/** Upside down, or a card without a chip: no answer to reset. */
export const muteCard: VirtualCard = {
  atr: new Uint8Array(),
  reset: () => undefined,
  answer: () => new Uint8Array(),
};

/** Answers arbitrary bytes of arbitrary length (0-40): the driver must name an error and stay usable. */
export class NonsenseCard implements VirtualCard {
  readonly atr = CONTACT_ATR;
  #state: number;

  constructor(seed: number) {
    // The generator below stands still at 0.
    this.#state = seed === 0 ? 1 : seed;
  }

  reset(): void {
    // A card that talks nonsense does not become sane by a reset: the sequence goes on.
  }

  answer(): Uint8Array {
    return Uint8Array.from({ length: 2 + (this.#next() % 39) }, () => this.#next() & 0xff);
  }

  /** xorshift32. */
  #next(): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return x >>> 0;
  }
}
