import iconv from 'iconv-lite';
import { bytesFromHex } from '../../src/card-keys/hex.ts';
import { DATA_GROUP, type DataGroup } from '../../src/card-keys/personalisation-commands.ts';
import type { CardData } from './card-data.ts';

const SPEC_VERSION = '3.00';
/** 卡的类别: the one value seen on cards; its table is not public (protocols 1.4). */
const CARD_CLASS = '3';
const NAME_BYTES = 30;
const NAME_EXTENSION_BYTES = 20;

/** Packed digits, filled with F (protocols 1.2, `cn`). */
function packed(digits: string, length: number): Uint8Array {
  const bytes = bytesFromHex(digits.padEnd(length * 2, 'F'), length);
  if (bytes === null) throw new Error('not digits, or too many of them');
  return bytes;
}

/** Bytes filled with 00 (protocols 1.2, `an`). */
function filled(bytes: Uint8Array, length: number): Uint8Array {
  const field = new Uint8Array(length);
  field.set(bytes.slice(0, length));
  return field;
}

const text = (value: string, length: number): Uint8Array => filled(iconv.encode(value, 'gb18030'), length);

/** Whole characters only: half of one at the end would make the name unreadable. */
function nameBytes(name: string): Uint8Array {
  let bytes = new Uint8Array();
  for (const character of name) {
    const longer = Uint8Array.from([...bytes, ...iconv.encode(character, 'gb18030')]);
    if (longer.length > NAME_BYTES + NAME_EXTENSION_BYTES) return bytes;
    bytes = longer;
  }
  return bytes;
}

const compact = (day: string): string => day.replaceAll('-', '');

const records = (fields: readonly (readonly [tag: number, value: Uint8Array])[]): Uint8Array =>
  Uint8Array.from(fields.flatMap(([tag, value]) => [tag, value.length, ...value]));

/** EF05, EF06 and the account of a 3.0 card (protocols 1.4 and 1.10), one group for each. */
export function dataGroups(card: CardData): readonly DataGroup[] {
  const name = nameBytes(card.name);
  const issuer = records([
    [0x01, packed(card.cardId, 16)],
    [0x02, text(CARD_CLASS, 1)],
    [0x03, text(SPEC_VERSION, 4)],
    [0x04, packed(`${card.cardId.slice(0, 6)}${'1'.padStart(18, '0')}`, 12)],
    [0x05, packed(compact(card.issuedOn), 4)],
    [0x06, packed(compact(card.expiresOn), 4)],
    [0x07, text(card.cardNumber, 9)],
  ]);
  const holder = records([
    [0x08, text(card.socialSecurityNumber, 18)],
    [0x09, filled(name, NAME_BYTES)],
    [0x4e, filled(name.slice(NAME_BYTES), NAME_EXTENSION_BYTES)],
    [0x0a, text(card.sex, 1)],
    [0x0b, packed(card.ethnicGroup, 1)],
    [0x0c, packed(card.birthPlace, 3)],
    [0x0d, packed(compact(card.birthDate), 4)],
  ]);
  const number = packed(card.accountNumber, Math.ceil(card.accountNumber.length / 2));
  const expiry = packed(compact(card.expiresOn).slice(2), 3);
  const account = Uint8Array.from([0x5a, number.length, ...number, 0x5f, 0x24, expiry.length, ...expiry]);
  return [
    { id: DATA_GROUP.issuer, content: issuer },
    { id: DATA_GROUP.holder, content: holder },
    { id: DATA_GROUP.account, content: account },
  ];
}
