import { hexFromBytes } from '../../../src/card-keys/hex.ts';
import { DATA_GROUP, type DataGroup } from '../../../src/card-keys/personalisation-commands.ts';
import { findTag, parseTlv } from '../../social-card/ber-tlv.ts';
import { asciiText, bcdDigits, chineseText, codeOf } from '../../social-card/record-fields.ts';
import { cardSpecSchema, type SocialSecurityCardSpec } from './card-spec.ts';

/** Lengths of the records by tag (protocols 1.4). 姓名扩展 may be left out, nothing else. */
const ISSUER_RECORDS: Readonly<Record<number, number>> = { 1: 16, 2: 1, 3: 4, 4: 12, 5: 4, 6: 4, 7: 9 };
const HOLDER_RECORDS: Readonly<Record<number, number>> = {
  8: 18,
  9: 30,
  78: 20,
  10: 1,
  11: 1,
  12: 3,
  13: 4,
};
const NAME_EXTENSION = 0x4e;
const PAN = 0x5a;
const EXPIRY = 0x5f24;

/** The 3.00 card these groups make; null where anything is missing, twice there or malformed. */
export function writtenCard(groups: readonly DataGroup[]): SocialSecurityCardSpec | null {
  const contents = new Map(groups.map(({ id, content }) => [id, content]));
  if (contents.size !== groups.length) return null;
  const issuer = recordsOf(contents.get(DATA_GROUP.issuer), ISSUER_RECORDS);
  const holder = recordsOf(contents.get(DATA_GROUP.holder), HOLDER_RECORDS);
  const accountNumber = accountOf(contents.get(DATA_GROUP.account));
  if (issuer === null || holder === null || accountNumber === null) return null;
  const parsed = cardSpecSchema.safeParse({
    kind: 'social-security',
    specVersion: asciiText(issuer(0x03)),
    algorithm: '03',
    cardId: hexFromBytes(issuer(0x01)),
    issuedOn: bcdDigits(issuer(0x05)),
    expiresOn: bcdDigits(issuer(0x06)),
    number: asciiText(issuer(0x07)),
    // Foreigners have no 民族 and no 出生地: those fields are all padding.
    holder: {
      socialSecurityNumber: asciiText(holder(0x08)),
      name: chineseText(holder(0x09), holder(NAME_EXTENSION)),
      // `9`, not stated, is read by nobody as a sex; neither is an empty field.
      sex: (asciiText(holder(0x0a)) ?? '').replace('9', ''),
      ethnicGroup: codeOf(holder(0x0b), 2) ?? '',
      birthPlace: codeOf(holder(0x0c), 6) ?? '',
      birthDate: bcdDigits(holder(0x0d)) ?? '',
    },
    accountNumber,
  });
  const card = parsed.success ? parsed.data : null;
  return card?.kind === 'social-security' && card.specVersion === '3.00' ? card : null;
}

/** Reads records of tag, length, value by tag; null where one is missing, unknown or of the wrong length. */
function recordsOf(
  content: Uint8Array | undefined,
  lengths: Readonly<Record<number, number>>,
): ((tag: number) => Uint8Array) | null {
  const records = new Map<number, Uint8Array>();
  let rest = content ?? new Uint8Array();
  while (rest.length > 0) {
    const [tag = 0, length = 0] = rest;
    const value = rest.slice(2, 2 + length);
    if (lengths[tag] !== length || value.length !== length || records.has(tag)) return null;
    records.set(tag, value);
    rest = rest.slice(2 + length);
  }
  const wanted = Object.keys(lengths).map(Number);
  if (wanted.some((tag) => tag !== NAME_EXTENSION && !records.has(tag))) return null;
  return (tag) => records.get(tag) ?? new Uint8Array();
}

/** The account number of `5A` beside an expiry `5F24`. */
function accountOf(content: Uint8Array | undefined): string | null {
  const nodes = content === undefined ? null : parseTlv(content);
  if (!nodes?.ok) return null;
  const number = findTag(nodes.value, PAN);
  const expiry = findTag(nodes.value, EXPIRY);
  return number === null || expiry?.length !== 3 ? null : bcdDigits(number);
}
