import { hexFromBytes } from '../../../src/card-keys/hex.ts';
import { EF05, EF06, PBOC_DEBIT_AID, RKSSSE, SSSE_AID } from '../../social-card/apdu.ts';
import { type BankRecords, bankRecords } from './bank-application.ts';
import type { SocialSecurityCardSpec } from './card-spec.ts';
import { ExternalRights } from './external-rights.ts';
import { holderRecords, issuerRecords, type Records } from './simple-files.ts';
import { T0Answering } from './t0-answering.ts';
import { answerOf, type Challenges, CONTACT_ATR, SW, type VirtualCard } from './virtual-card.ts';

const SSSE = hexFromBytes(SSSE_AID);
const PBOC_DEBIT = hexFromBytes(PBOC_DEBIT_AID);
const CARD_NUMBER_TAG = 0x07;

/** A social security card of spec 1.0, 2.0, 2.01 or 3.0, with its bank application. */
export class VirtualSocialSecurityCard implements VirtualCard {
  readonly atr = CONTACT_ATR;
  readonly #spec: SocialSecurityCardSpec;
  readonly #files: ReadonlyMap<number, Records>;
  readonly #bank: BankRecords;
  readonly #rights: ExternalRights;
  readonly #answers: T0Answering;
  #application: 'none' | 'social-security' | 'bank' = 'none';
  #file: number | null = null;

  constructor(spec: SocialSecurityCardSpec, challenges: Challenges) {
    this.#spec = spec;
    this.#files = new Map([
      [EF05, issuerRecords(spec)],
      [EF06, holderRecords(spec)],
    ]);
    this.#bank = bankRecords(spec.accountNumber, spec.accountIn);
    this.#rights = new ExternalRights(spec, spec.authenticationTries, challenges);
    this.#answers = new T0Answering({
      announces: spec.answers === '61xx',
      insists: spec.lengths === '6Cxx',
    });
  }

  reset(): void {
    this.#application = 'none';
    this.#file = null;
    this.#rights.forget();
    this.#answers.forget();
  }

  answer(command: Uint8Array): Uint8Array {
    const [, instruction, p1 = 0, p2 = 0, p3 = 0] = command;
    if (instruction !== 0xc0) this.#answers.forget();
    if (command.length < 5) return answerOf([], SW.wrongLength);
    const data = command.slice(5, 5 + p3);
    switch (instruction) {
      case 0xa4:
        return p1 === 0x04 ? this.#selectApplication(hexFromBytes(data)) : this.#selectFile(data);
      case 0xb2:
        return this.#readRecord(p1, p2, p3);
      case 0xc0:
        return this.#answers.getResponse(p3);
      case 0x84:
        return this.#rights.challenge(p3);
      case 0x88:
        return this.#rights.internal(data);
      case 0x82:
        return p2 === RKSSSE ? this.#rights.external(data) : answerOf([], [0x6a, 0x88]);
      default:
        return answerOf([], SW.noInstruction);
    }
  }

  #selectApplication(aid: string): Uint8Array {
    if (aid === SSSE) {
      this.#application = 'social-security';
      this.#file = null;
      this.#rights.forget();
      return this.#answers.unasked(fci(this.#spec.algorithm));
    }
    if (aid === PBOC_DEBIT && this.#spec.hasBankApplication) {
      this.#application = 'bank';
      this.#rights.forget();
      return answerOf([], SW.ok);
    }
    return answerOf([], SW.fileNotFound);
  }

  #selectFile(data: Uint8Array): Uint8Array {
    const file = ((data[0] ?? 0) << 8) | (data[1] ?? 0);
    if (this.#application !== 'social-security' || !this.#files.has(file)) {
      return answerOf([], SW.fileNotFound);
    }
    this.#file = file;
    return answerOf([], SW.ok);
  }

  #readRecord(p1: number, p2: number, expected: number): Uint8Array {
    if (this.#application === 'bank') {
      const record = p1 === 1 ? this.#bank.get(p2 >> 3) : undefined;
      if (record === undefined) return answerOf([], SW.recordNotFound);
      return expected === 0 ? answerOf(record, SW.ok) : this.#answers.asked(record, expected);
    }
    const file = p2 >> 3 === 0 ? this.#file : 0xef00 | (p2 >> 3);
    const records = this.#application === 'none' || file === null ? undefined : this.#files.get(file);
    if (file === null || records === undefined) return answerOf([], SW.noCurrentFile);
    // P2 low bits 100: P1 is the record's number; 000: its tag (protocols 1.3).
    const tag = (p2 & 0x07) === 0x04 ? [...records.keys()][p1 - 1] : p1;
    const value = tag === undefined ? undefined : records.get(tag);
    if (tag === undefined || value === undefined) return answerOf([], SW.recordNotFound);
    if (this.#isClosed(file, tag)) return answerOf([], SW.notSatisfied);
    return this.#answers.asked(Uint8Array.from([tag, value.length, ...value]), expected);
  }

  /** 3.0 opens the holder's data, and on some cards 卡号, only after external authentication. */
  #isClosed(file: number, tag: number): boolean {
    if (!this.#spec.specVersion.startsWith('3') || this.#rights.granted) return false;
    return file === EF06 || (tag === CARD_NUMBER_TAG && !this.#spec.numberIsFree);
  }
}

/** FCI of our own construction, as long as the public `611E` (protocols 6.4); without 9F0C when there is no id. */
function fci(algorithm: string | null): Uint8Array {
  const discretionary =
    algorithm === null ? [] : [0x9f, 0x0c, 0x03, 0x86, 0x01, Number.parseInt(algorithm, 16)];
  const proprietary = [0x88, 0x01, 0x01, ...discretionary];
  const body = [0x84, SSSE_AID.length, ...SSSE_AID, 0xa5, proprietary.length, ...proprietary];
  return Uint8Array.from([0x6f, body.length, ...body]);
}
