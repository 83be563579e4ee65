import type { CalendarDay } from '../../src/calendar/calendar-day.ts';
import type { Sex } from '../../src/identity/document.ts';
import type { SocialCardTrouble } from '../../src/ports/social-card-reader.ts';
import { ok, type Result } from '../../src/result.ts';
import { EF06, selectFile } from './apdu.ts';
import type { ApduChannel } from './apdu-channel.ts';
import { exchangeOk } from './exchange.ts';
import { asciiText, bcdDay, chineseText, codeOf, sexOf } from './record-fields.ts';
import { readTag, readTagLeniently } from './record-reading.ts';

/** EF06 records (protocols 1.4). 出生地 is GB/T 2260, 民族 GB/T 3304. */
const SOCIAL_SECURITY_NUMBER = { tag: 0x08, length: 18 };
const NAME = { tag: 0x09, length: 30 };
const NAME_EXTENSION = { tag: 0x4e, length: 20 };
const SEX = { tag: 0x0a, length: 1 };
const ETHNIC_GROUP = { tag: 0x0b, length: 1 };
const BIRTH_PLACE = { tag: 0x0c, length: 3 };
const BIRTH_DATE = { tag: 0x0d, length: 4 };

export interface HolderData {
  readonly socialSecurityNumber: string | null;
  readonly name: string | null;
  readonly sex: Sex | null;
  readonly ethnicGroup: string | null;
  readonly birthPlace: string | null;
  readonly birthDate: CalendarDay | null;
}

/** Reads EF06; what a 3.0 card withholds without external authentication is null. */
export async function readHolderData(
  channel: ApduChannel,
  hasNameExtension: boolean,
  signal: AbortSignal,
): Promise<Result<HolderData, SocialCardTrouble>> {
  const selected = await exchangeOk(channel, selectFile(EF06), signal);
  if (!selected.ok) return selected;
  const values = new Map<number, Uint8Array>();
  for (const { tag, length } of [SOCIAL_SECURITY_NUMBER, NAME, SEX, ETHNIC_GROUP, BIRTH_PLACE, BIRTH_DATE]) {
    const record = await readTag(channel, tag, length, signal);
    if (!record.ok) return record;
    if (record.value !== null) values.set(tag, record.value);
  }
  if (hasNameExtension && values.has(NAME.tag)) {
    const extension = await readTagLeniently(channel, NAME_EXTENSION.tag, NAME_EXTENSION.length, signal);
    if (!extension.ok) return extension;
    if (extension.value !== null) values.set(NAME_EXTENSION.tag, extension.value);
  }
  const decoded = <T>(field: { tag: number }, decode: (value: Uint8Array) => T | null): T | null => {
    const value = values.get(field.tag);
    return value === undefined ? null : decode(value);
  };
  return ok({
    socialSecurityNumber: decoded(SOCIAL_SECURITY_NUMBER, asciiText),
    name: decoded(NAME, (name) => chineseText(name, values.get(NAME_EXTENSION.tag) ?? new Uint8Array())),
    sex: decoded(SEX, sexOf),
    ethnicGroup: decoded(ETHNIC_GROUP, (value) => codeOf(value, 2)),
    birthPlace: decoded(BIRTH_PLACE, (value) => codeOf(value, 6)),
    birthDate: decoded(BIRTH_DATE, bcdDay),
  });
}
