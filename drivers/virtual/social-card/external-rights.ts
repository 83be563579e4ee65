import { createCipheriv } from 'node:crypto';
import { bytesFromHex, hexFromBytes } from '../../../src/card-keys/hex.ts';
import {
  deriveCardKey,
  externalData,
  internalResult,
  type Sm4Block,
} from '../../../src/card-keys/reference-key-scheme.ts';
import { answerOf, type Challenges, SW } from './virtual-card.ts';

/** One SM4 block by Node's OpenSSL (known answer checked in the key scheme's test). */
export const sm4Block: Sm4Block = (key, block) => {
  const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false);
  return Uint8Array.from(Buffer.concat([cipher.update(block), cipher.final()]));
};

/** The card's side of internal and external authentication (protocols 1.6 steps 4-9). */
export class ExternalRights {
  readonly #cardKey: Uint8Array;
  readonly #challenges: Challenges;
  #triesLeft: number;
  /** The last two challenges given out: source (R1 or R3), factor (R2 or R4). */
  #given: readonly Uint8Array[] = [];
  #granted = false;

  constructor(keys: { masterKey: string; cardId: string }, tries: number, challenges: Challenges) {
    const masterKey = bytesFromHex(keys.masterKey, 16);
    const cardId = bytesFromHex(keys.cardId, 16);
    if (masterKey === null || cardId === null) throw new Error('keys and card ids are 16 bytes of hex');
    this.#cardKey = deriveCardKey(sm4Block, masterKey, cardId);
    this.#triesLeft = tries;
    this.#challenges = challenges;
  }

  get granted(): boolean {
    return this.#granted;
  }

  /** Rights and challenges end with a selection or reset; the try counter does not. */
  forget(): void {
    this.#granted = false;
    this.#given = [];
  }

  challenge(length: number): Uint8Array {
    const bytes = this.#challenges(length);
    this.#given = [...this.#given.slice(-1), bytes];
    return answerOf(bytes, SW.ok);
  }

  /** Data is factor ‖ source as the terminal sends them; the card computes with what it is sent. */
  internal(data: Uint8Array): Uint8Array {
    if (data.length !== 16) return answerOf([], SW.wrongLength);
    return answerOf(internalResult(sm4Block, this.#cardKey, data.slice(0, 8), data.slice(8)), SW.ok);
  }

  external(data: Uint8Array): Uint8Array {
    if (this.#triesLeft === 0) return answerOf([], SW.blocked);
    const [source, factor] = this.#given;
    this.#given = [];
    if (source === undefined || factor === undefined) return answerOf([], SW.notSatisfied);
    const expected = externalData(sm4Block, this.#cardKey, factor, source);
    if (hexFromBytes(data) === hexFromBytes(expected)) {
      this.#granted = true;
      return answerOf([], SW.ok);
    }
    this.#triesLeft -= 1;
    return answerOf([], this.#triesLeft === 0 ? SW.blocked : [0x63, 0xc0 | this.#triesLeft]);
  }
}
