import { err, ok, type Result } from '../result.ts';
import { hexFromBytes } from './hex.ts';
import {
  FIRST_CHAIN,
  type MacChain,
  PERSONALISATION_FIELD_BYTES,
  type PersonalisationSession,
} from './personalisation-keys.ts';

/**
 * The commands that write a blank card, as our reference blanks take them:
 *
 *   00A404000F<AID>              SELECT                 → 9000, on a blank too
 *   8050000008<host challenge>   INITIALIZE UPDATE      → serial ‖ card challenge ‖ card cryptogram, 9000
 *   8082000010<cryptogram><MAC>  EXTERNAL AUTHENTICATE  → 9000; 6988 wrong, 6985 out of order
 *   84E2<P1><P2>Lc<groups><MAC>  STORE DATA             → 9000; P1 80 is the last block and makes the card final
 *
 * P2 counts the blocks from 00. After the last block every one of these but SELECT answers 6A81.
 */

/** The groups of data a card is made of. A group is `<2-byte id><1-byte length><content>`. */
export const DATA_GROUP = {
  /** Card issuer data: records of EF05 one after the other, each tag, length, value (protocols 1.4). */
  issuer: 0xef05,
  /** Holder data: records of EF06 likewise. */
  holder: 0xef06,
  /** Account: 5A (number, packed, F on the right) and 5F24 (expiry YYMMDD), as record 1 of short file 2 (1.10). */
  account: 0x0201,
} as const;

export interface DataGroup {
  readonly id: number;
  /** At most 244 bytes, so that a group fits into one command. */
  readonly content: Uint8Array;
}

/** Lc is one byte and counts the MAC. */
export const LONGEST_BLOCK = 255 - PERSONALISATION_FIELD_BYTES;
const LAST_BLOCK = 0x80;
const GROUP_HEAD_BYTES = 3;

/** Opens a session; the answer goes to `parseInitializeAnswer`. */
export const initializeUpdate = (hostChallenge: Uint8Array): string =>
  hexFromBytes(Uint8Array.from([0x80, 0x50, 0x00, 0x00, hostChallenge.length, ...hostChallenge]));

export interface InitializeAnswer {
  readonly cardSerial: Uint8Array;
  readonly cardChallenge: Uint8Array;
  readonly cardCryptogram: Uint8Array;
}

/** What INITIALIZE UPDATE answered, status word included; null where it is not 24 bytes and 9000. */
export function parseInitializeAnswer(answer: Uint8Array): InitializeAnswer | null {
  const field = (at: number): Uint8Array =>
    answer.slice(at * PERSONALISATION_FIELD_BYTES, (at + 1) * PERSONALISATION_FIELD_BYTES);
  const length = 3 * PERSONALISATION_FIELD_BYTES;
  if (answer.length !== length + 2 || answer[length] !== 0x90 || answer[length + 1] !== 0x00) return null;
  return { cardSerial: field(0), cardChallenge: field(1), cardCryptogram: field(2) };
}

/**
 * The whole script after INITIALIZE UPDATE, upper hex, to be sent in this order: EXTERNAL AUTHENTICATE, then one
 * STORE DATA per group, the last of them final. `too-long` for a group that does not fit into one command.
 */
export function personalisationScript(
  session: PersonalisationSession,
  groups: readonly DataGroup[],
): Result<readonly string[], { readonly code: 'too-long' | 'no-data' }> {
  if (groups.length === 0) return err({ code: 'no-data' });
  const script: string[] = [];
  let chain: MacChain = FIRST_CHAIN;
  const seal = (header: readonly number[], data: Uint8Array): void => {
    const sealed = session.mac(chain, Uint8Array.from(header), data);
    chain = sealed.chain;
    const length = data.length + PERSONALISATION_FIELD_BYTES;
    script.push(hexFromBytes(Uint8Array.from([...header, length, ...data, ...sealed.mac])));
  };
  seal([0x80, 0x82, 0x00, 0x00], session.hostCryptogram);
  for (const [number, group] of groups.entries()) {
    const block = encodeGroup(group);
    if (block.length > LONGEST_BLOCK) return err({ code: 'too-long' });
    const isLast = number === groups.length - 1;
    seal([0x84, 0xe2, isLast ? LAST_BLOCK : 0x00, number], block);
  }
  return ok(script);
}

/** The groups of one STORE DATA block; null where a length does not fit. */
export function parseGroups(block: Uint8Array): readonly DataGroup[] | null {
  const groups: DataGroup[] = [];
  let at = 0;
  while (at < block.length) {
    const [high, low, length] = block.slice(at, at + GROUP_HEAD_BYTES);
    if (high === undefined || low === undefined || length === undefined) return null;
    at += GROUP_HEAD_BYTES;
    if (at + length > block.length) return null;
    groups.push({ id: (high << 8) | low, content: block.slice(at, at + length) });
    at += length;
  }
  return groups;
}

const encodeGroup = ({ id, content }: DataGroup): Uint8Array =>
  Uint8Array.from([id >> 8, id & 0xff, content.length & 0xff, ...content]);
