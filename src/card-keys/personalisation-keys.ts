import type { Sm4Block } from './reference-key-scheme.ts';

/**
 * How a card centre proves itself to a blank card, the blank to the centre, and how every command of a
 * personalisation script is sealed, so that nobody between the two can write a card or change a byte.
 *
 * This is a REFERENCE scheme of this project, after the pattern of GlobalPlatform's secure channels, for virtual
 * blanks and the reference central service. A province puts its own issuance platform behind the same port.
 *
 *   card key        Kcard = SM4(master key, serial ‖ NOT serial)
 *   session keys    Kauth = SM4(SM4(Kcard, 01 00…), host ‖ card), Kmac = SM4(SM4(Kcard, 02 00…), host ‖ card)
 *   cryptograms     card = SM4(Kauth, host ‖ card), host = SM4(Kauth, card ‖ host), first 8 bytes of each
 *   MAC             first 8 bytes of C = CMAC-SM4(Kmac, chain ‖ CLA INS P1 P2 Lc ‖ data); C is the next chain
 *
 * `host` and `card` are the two 8-byte challenges. Lc counts the MAC.
 */

/** Public on purpose: it writes virtual blanks and nothing else. */
export const REFERENCE_PERSONALISATION_KEY = '59696B61746F6E67426C616E6B436172';

/** Bytes of a challenge, a card's serial, a cryptogram and a MAC alike. */
export const PERSONALISATION_FIELD_BYTES = 8;
const BLOCK_BYTES = 16;

/** Purposes of the two session keys. */
const AUTHENTICATION = 0x01;
const SEALING = 0x02;

/** The whole CMAC of the command before; zeros before the first. Both sides keep it, nobody sends it. */
export type MacChain = Uint8Array;
export const FIRST_CHAIN: MacChain = new Uint8Array(BLOCK_BYTES);

export interface PersonalisationRequest {
  readonly sm4: Sm4Block;
  /** 16 bytes; stays with the centre. A chip holds only its own card key. */
  readonly masterKey: Uint8Array;
  /** 8 bytes each. */
  readonly cardSerial: Uint8Array;
  readonly hostChallenge: Uint8Array;
  readonly cardChallenge: Uint8Array;
}

export interface PersonalisationSession {
  /** 8 bytes the blank must show before the centre sends it anything. */
  readonly cardCryptogram: Uint8Array;
  /** 8 bytes of EXTERNAL AUTHENTICATE. */
  readonly hostCryptogram: Uint8Array;
  /**
   * MAC of one command: its header CLA INS P1 P2 (4 bytes) and its data without the MAC. The answer's `chain` goes
   * into the next command's call.
   */
  mac(
    chain: MacChain,
    header: Uint8Array,
    data: Uint8Array,
  ): { readonly mac: Uint8Array; readonly chain: MacChain };
}

/** The key a blank with this serial leaves the factory with. */
export const personalisationCardKey = (
  sm4: Sm4Block,
  masterKey: Uint8Array,
  cardSerial: Uint8Array,
): Uint8Array => sm4(masterKey, joined(cardSerial, cardSerial.map(inverted)));

/** One session, as the centre makes it from its master key. */
export function personalisationSession(request: PersonalisationRequest): PersonalisationSession {
  const cardKey = personalisationCardKey(request.sm4, request.masterKey, request.cardSerial);
  return sessionOfCardKey(request.sm4, cardKey, request.hostChallenge, request.cardChallenge);
}

/** The same session as the chip makes it from the key it holds. */
export function sessionOfCardKey(
  sm4: Sm4Block,
  cardKey: Uint8Array,
  hostChallenge: Uint8Array,
  cardChallenge: Uint8Array,
): PersonalisationSession {
  const both = joined(hostChallenge, cardChallenge);
  const sessionKey = (purpose: number): Uint8Array => sm4(sm4(cardKey, purposeBlock(purpose)), both);
  const authentication = sessionKey(AUTHENTICATION);
  const sealing = sessionKey(SEALING);
  const shortened = (block: Uint8Array): Uint8Array => block.slice(0, PERSONALISATION_FIELD_BYTES);
  return {
    cardCryptogram: shortened(sm4(authentication, both)),
    hostCryptogram: shortened(sm4(authentication, joined(cardChallenge, hostChallenge))),
    mac: (chain, header, data) => {
      const length = Uint8Array.of(data.length + PERSONALISATION_FIELD_BYTES);
      const next = cmac(sm4, sealing, joined(chain, header, length, data));
      return { mac: shortened(next), chain: next };
    },
  };
}

/** CMAC (NIST SP 800-38B, ISO/IEC 9797-1 algorithm 5) over any 16-byte block cipher; the whole 16 bytes. */
export function cmac(sm4: Sm4Block, key: Uint8Array, message: Uint8Array): Uint8Array {
  const whole = message.length > 0 && message.length % BLOCK_BYTES === 0;
  const blocks = Math.max(1, Math.ceil(message.length / BLOCK_BYTES));
  const subkey1 = doubled(sm4(key, new Uint8Array(BLOCK_BYTES)));
  const lastMask = whole ? subkey1 : doubled(subkey1);
  const padded = new Uint8Array(blocks * BLOCK_BYTES);
  padded.set(message);
  if (!whole) padded[message.length] = 0x80;
  let state: Uint8Array = new Uint8Array(BLOCK_BYTES);
  for (let block = 0; block < blocks; block += 1) {
    const part = padded.slice(block * BLOCK_BYTES, (block + 1) * BLOCK_BYTES);
    const masked = block === blocks - 1 ? exclusiveOr(part, lastMask) : part;
    state = sm4(key, exclusiveOr(state, masked));
  }
  return state;
}

const purposeBlock = (purpose: number): Uint8Array => joined(Uint8Array.of(purpose), new Uint8Array(15));

const inverted = (byte: number): number => byte ^ 0xff;

const exclusiveOr = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  left.map((byte, at) => byte ^ (right[at] ?? 0));

/** Times x in GF(2^128): the subkey step of CMAC. */
function doubled(block: Uint8Array): Uint8Array {
  const carry = (block[0] ?? 0) & 0x80 ? 0x87 : 0x00;
  return block.map(
    (byte, at) => (byte << 1) ^ (((block[at + 1] ?? 0) & 0x80) >> 7) ^ (at === block.length - 1 ? carry : 0),
  );
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
