import type { SamCommandName } from '../../id-card/command.ts';
import { extraAddressBlock, fingerprintBytes, portraitChipBytes, textBlock } from './card-bytes.ts';
import type { VirtualIdCard } from './virtual-card.ts';

export interface ModuleAnswer {
  readonly sw3: number;
  readonly data: Uint8Array;
}

/** 05.03-20190101-0000000123-456789012, the module of the vectors (protocols 6.3). */
const VECTORS_SAM_ID = Uint8Array.from(Buffer.from('05000300951334017b000000140c3a1b', 'hex'));
const NOTHING = new Uint8Array(0);
const CARD_ID = new Uint8Array(4);
const CARD_SERIAL = new Uint8Array(8);

const answer = (sw3: number, data: Uint8Array = NOTHING): ModuleAnswer => ({ sw3, data });

/**
 * The SAM_V module and the field above it, without any wire. Like the real one it wants the card lifted after a
 * read, good or bad, before FIND succeeds again (protocols 2.1); until then a card that was read well and has not
 * moved goes on answering 30 01, 30 10 and 30 03, but not SELECT.
 */
export class SamModule {
  readonly #samId: Uint8Array;
  #card: VirtualIdCard | null = null;
  #found = false;
  #selected = false;
  /** Read, well or badly, since it was laid down. */
  #spent = false;

  constructor(samId: Uint8Array = VECTORS_SAM_ID) {
    this.#samId = samId;
  }

  get card(): VirtualIdCard | null {
    return this.#card;
  }

  place(card: VirtualIdCard): void {
    this.lift();
    this.#card = card;
  }

  lift(): void {
    this.#card = null;
    this.#found = false;
    this.#selected = false;
    this.#spent = false;
  }

  /** A read went wrong: the card must be lifted. */
  spoil(): void {
    this.#selected = false;
    this.#spent = true;
  }

  answer(name: SamCommandName): ModuleAnswer {
    switch (name) {
      case 'reset':
      case 'status':
        return answer(0x90);
      case 'sam-id':
        return answer(0x90, this.#samId);
      case 'find':
        this.#found = this.#card !== null && !this.#spent;
        return this.#found ? answer(0x9f, CARD_ID) : answer(0x80);
      case 'select':
        this.#selected = this.#found && !this.#spent;
        return this.#selected ? answer(0x90, CARD_SERIAL) : answer(0x81);
      case 'read':
      case 'read-with-fingerprints':
        return this.#read(name === 'read-with-fingerprints');
      case 'extra-address':
        return this.#extraAddress();
    }
  }

  #read(withFingerprints: boolean): ModuleAnswer {
    const card = this.#card;
    if (!card || !this.#selected) return answer(0x41);
    this.#spent = true;
    this.#found = false;
    const text = textBlock(card.document);
    const portrait = portraitChipBytes(card.portrait.bytes);
    const fingers = withFingerprints ? fingerprintBytes(card.fingerprints ?? 0) : NOTHING;
    const lengths = [text, portrait, ...(withFingerprints ? [fingers] : [])].flatMap(({ length }) => [
      length >> 8,
      length & 0xff,
    ]);
    return answer(0x90, Buffer.concat([Uint8Array.from(lengths), text, portrait, fingers]));
  }

  #extraAddress(): ModuleAnswer {
    if (!this.#card || !this.#selected) return answer(0x41);
    const { extraAddress } = this.#card;
    return extraAddress === undefined ? answer(0x91) : answer(0x90, extraAddressBlock(extraAddress));
  }
}
