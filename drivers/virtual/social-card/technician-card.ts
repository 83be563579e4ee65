import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { hexFromBytes } from '../../../src/card-keys/hex.ts';
import { TECHNICIAN_CHALLENGE_PREFIX } from '../../../src/ports/technician-card.ts';
import { TECHNICIAN_AID } from '../../social-card/apdu.ts';
import type { TechnicianCardSpec } from './card-spec.ts';
import { T0Answering } from './t0-answering.ts';
import { answerOf, CONTACT_ATR, SW, type VirtualCard } from './virtual-card.ts';

const CHALLENGE_BYTES = 32;
const TECHNICIAN = hexFromBytes(TECHNICIAN_AID);

/** A technician's card: says its short id when it is selected, and signs challenges with its own key. */
export class VirtualTechnicianCard implements VirtualCard {
  readonly atr = CONTACT_ATR;
  readonly #spec: TechnicianCardSpec;
  readonly #key: KeyObject;
  readonly #answers: T0Answering;
  #selected = false;

  constructor(spec: TechnicianCardSpec) {
    this.#spec = spec;
    this.#key = createPrivateKey({ key: { ...spec.key }, format: 'jwk' });
    this.#answers = new T0Answering({ announces: spec.answers === '61xx', insists: false });
  }

  reset(): void {
    this.#selected = false;
    this.#answers.forget();
  }

  answer(command: Uint8Array): Uint8Array {
    const [, instruction, , , p3 = 0] = command;
    if (instruction === 0xc0) return this.#answers.getResponse(p3);
    this.#answers.forget();
    const data = command.slice(5, 5 + p3);
    if (instruction === 0xa4) return this.#select(hexFromBytes(data));
    if (instruction !== 0x88) return answerOf([], SW.noInstruction);
    if (!this.#selected) return answerOf([], SW.notSatisfied);
    const hasLe = command.length > 5 + p3;
    if (data.length !== CHALLENGE_BYTES || (hasLe && this.#spec.refusesLe)) {
      return answerOf([], SW.wrongLength);
    }
    return this.#answers.unasked(this.#sign(data));
  }

  #select(aid: string): Uint8Array {
    this.#selected = aid === TECHNICIAN;
    return this.#selected
      ? this.#answers.unasked(new TextEncoder().encode(this.#spec.technician))
      : answerOf([], SW.fileNotFound);
  }

  /** A card that signs wrongly signs a challenge of its own: well formed, and good for nothing. */
  #sign(challenge: Uint8Array): Uint8Array {
    const signed = this.#spec.signs === 'rightly' ? challenge : new Uint8Array(CHALLENGE_BYTES);
    const message = Buffer.concat([Buffer.from(TECHNICIAN_CHALLENGE_PREFIX, 'ascii'), signed]);
    return Uint8Array.from(sign('sha256', message, { key: this.#key, dsaEncoding: 'ieee-p1363' }));
  }
}
