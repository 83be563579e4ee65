import { hexFromBytes } from '../../../src/card-keys/hex.ts';
import { type DataGroup, parseGroups } from '../../../src/card-keys/personalisation-commands.ts';
import {
  FIRST_CHAIN,
  type MacChain,
  PERSONALISATION_FIELD_BYTES,
  type PersonalisationSession,
  sessionOfCardKey,
} from '../../../src/card-keys/personalisation-keys.ts';
import { SSSE_AID } from '../../social-card/apdu.ts';
import { writtenCard } from './blank-card-data.ts';
import { sm4Block } from './external-rights.ts';
import { VirtualSocialSecurityCard } from './social-security-card.ts';
import { answerOf, type Challenges, CONTACT_ATR, SW, type VirtualCard } from './virtual-card.ts';

const OUT_OF_ORDER = [0x69, 0x85] as const;
const WRONG_SEAL = [0x69, 0x88] as const;
const ALREADY_WRITTEN = [0x6a, 0x81] as const;

const INITIALIZE_UPDATE = 0x50;
const EXTERNAL_AUTHENTICATE = 0x82;
const STORE_DATA = 0xe2;
const LAST_BLOCK = 0x80;
/** CLA of plain and of sealed commands of personalisation. */
const CLASSES: readonly number[] = [0x80, 0x84];

/** A session between the centre and this blank. */
interface Session {
  readonly keys: PersonalisationSession;
  chain: MacChain;
  authenticated: boolean;
  readonly groups: DataGroup[];
  blocks: number;
}

/**
 * A blank card: it lets the centre write it once, in one session, and is a 3.00 social security card from the last
 * block on (commands and order: src/card-keys/personalisation-commands.ts). A session that breaks leaves it blank.
 */
export class VirtualBlankCard implements VirtualCard {
  readonly atr = CONTACT_ATR;
  /** 8 bytes, burnt in. */
  readonly serial: Uint8Array;
  readonly #cardKey: Uint8Array;
  readonly #challenges: Challenges;
  #session: Session | null = null;
  #written: VirtualSocialSecurityCard | null = null;

  /** @param cardKey what a blank with this serial leaves the factory with (`personalisationCardKey`) */
  constructor(serial: Uint8Array, cardKey: Uint8Array, challenges: Challenges) {
    this.serial = serial;
    this.#cardKey = cardKey;
    this.#challenges = challenges;
  }

  get isBlank(): boolean {
    return this.#written === null;
  }

  reset(): void {
    this.#session = null;
    this.#written?.reset();
  }

  answer(command: Uint8Array): Uint8Array {
    const [cla = 0, instruction = 0, , , lc = 0] = command;
    const writes = CLASSES.includes(cla);
    if (this.#written) return writes ? answerOf([], ALREADY_WRITTEN) : this.#written.answer(command);
    if (instruction === 0xa4) return this.#select(command.slice(5, 5 + lc));
    if (!writes) return answerOf([], SW.noInstruction);
    if (command.length !== 5 + lc) return answerOf([], SW.wrongLength);
    switch (instruction) {
      case INITIALIZE_UPDATE:
        return this.#initialize(command.slice(5));
      case EXTERNAL_AUTHENTICATE:
        return this.#authenticate(command);
      case STORE_DATA:
        return this.#store(command);
      default:
        return answerOf([], SW.noInstruction);
    }
  }

  #select(aid: Uint8Array): Uint8Array {
    return answerOf([], hexFromBytes(aid) === hexFromBytes(SSSE_AID) ? SW.ok : SW.fileNotFound);
  }

  #initialize(hostChallenge: Uint8Array): Uint8Array {
    this.#session = null;
    if (hostChallenge.length !== PERSONALISATION_FIELD_BYTES) return answerOf([], SW.wrongLength);
    const cardChallenge = this.#challenges(PERSONALISATION_FIELD_BYTES);
    const keys = sessionOfCardKey(sm4Block, this.#cardKey, hostChallenge, cardChallenge);
    this.#session = { keys, chain: FIRST_CHAIN, authenticated: false, groups: [], blocks: 0 };
    return answerOf([...this.serial, ...cardChallenge, ...keys.cardCryptogram], SW.ok);
  }

  #authenticate(command: Uint8Array): Uint8Array {
    const session = this.#session;
    if (!session || session.authenticated) return this.#refuse(OUT_OF_ORDER);
    const data = unsealed(session, command);
    if (data === null || hexFromBytes(data) !== hexFromBytes(session.keys.hostCryptogram)) {
      return this.#refuse(WRONG_SEAL);
    }
    session.authenticated = true;
    return answerOf([], SW.ok);
  }

  #store(command: Uint8Array): Uint8Array {
    const session = this.#session;
    const [, , p1, p2] = command;
    if (!session?.authenticated || p2 !== session.blocks) return this.#refuse(OUT_OF_ORDER);
    const data = unsealed(session, command);
    if (data === null) return this.#refuse(WRONG_SEAL);
    const groups = parseGroups(data);
    if (groups === null) return this.#refuse(SW.badData);
    session.groups.push(...groups);
    session.blocks += 1;
    return p1 === LAST_BLOCK ? this.#finish(session.groups) : answerOf([], SW.ok);
  }

  #finish(groups: readonly DataGroup[]): Uint8Array {
    const card = writtenCard(groups);
    if (card === null) return this.#refuse(SW.badData);
    this.#session = null;
    this.#written = new VirtualSocialSecurityCard(card, this.#challenges);
    return answerOf([], SW.ok);
  }

  /** A session ends with its first mistake. */
  #refuse(statusWord: readonly number[]): Uint8Array {
    this.#session = null;
    return answerOf([], statusWord);
  }
}

/** The data of a sealed command, its place in the chain used up; null where the MAC is not the one expected. */
function unsealed(session: Session, command: Uint8Array): Uint8Array | null {
  const data = command.slice(5, -PERSONALISATION_FIELD_BYTES);
  const sealed = session.keys.mac(session.chain, command.slice(0, 4), data);
  if (hexFromBytes(command.slice(5 + data.length)) !== hexFromBytes(sealed.mac)) return null;
  session.chain = sealed.chain;
  return data;
}
