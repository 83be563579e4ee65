import type { CalendarDay } from '../../src/calendar/calendar-day.ts';
import { hexFromBytes } from '../../src/card-keys/hex.ts';
import type { SocialCardTrouble } from '../../src/ports/social-card-reader.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { EF05, selectFile } from './apdu.ts';
import type { ApduChannel } from './apdu-channel.ts';
import { exchangeOk } from './exchange.ts';
import { asciiText, bcdDay } from './record-fields.ts';
import { readTag } from './record-reading.ts';

/** EF05 records read: 01 卡的识别码, 03 规范版本, 05 发卡日期, 06 卡有效期, 07 卡号 (protocols 1.4). */
const CARD_ID = { tag: 0x01, length: 16 };
const SPEC_VERSION = { tag: 0x03, length: 4 };
const ISSUED_ON = { tag: 0x05, length: 4 };
const EXPIRES_ON = { tag: 0x06, length: 4 };
const CARD_NUMBER = { tag: 0x07, length: 9 };

/** What must be known before anything else can be: which card this is, and by which book it is written. */
export interface CardIdentity {
  /** 32 upper hex; the first six digits are the issuing region. */
  readonly cardId: string;
  readonly specVersion: string;
  readonly generation: 2 | 3;
}

/** Selects EF05 and reads 卡的识别码 and 规范版本, both free on every version. */
export async function readCardIdentity(
  channel: ApduChannel,
  signal: AbortSignal,
): Promise<Result<CardIdentity, SocialCardTrouble>> {
  const selected = await exchangeOk(channel, selectFile(EF05), signal);
  if (!selected.ok) return selected;
  const id = await readTag(channel, CARD_ID.tag, CARD_ID.length, signal);
  if (!id.ok) return id;
  if (id.value?.length !== CARD_ID.length) return err({ kind: 'card-error', code: 'no-card-id' });
  const version = await readTag(channel, SPEC_VERSION.tag, SPEC_VERSION.length, signal);
  if (!version.ok) return version;
  const spec = specVersionOf(version.value ?? new Uint8Array());
  if (spec === null) return err({ kind: 'card-error', code: 'unknown-spec-version' });
  return ok({ cardId: hexFromBytes(id.value), ...spec });
}

export interface IssuerData {
  readonly cardNumber: string | null;
  readonly issuedOn: CalendarDay | null;
  readonly expiresOn: CalendarDay | null;
}

/** The rest of EF05; on 3.0 cards whether 卡号 is free differs from card to card (protocols 1.6). */
export async function readIssuerData(
  channel: ApduChannel,
  signal: AbortSignal,
): Promise<Result<IssuerData, SocialCardTrouble>> {
  const selected = await exchangeOk(channel, selectFile(EF05), signal);
  if (!selected.ok) return selected;
  const issued = await readTag(channel, ISSUED_ON.tag, ISSUED_ON.length, signal);
  if (!issued.ok) return issued;
  const expires = await readTag(channel, EXPIRES_ON.tag, EXPIRES_ON.length, signal);
  if (!expires.ok) return expires;
  const number = await readTag(channel, CARD_NUMBER.tag, CARD_NUMBER.length, signal);
  if (!number.ok) return number;
  return ok({
    // Some cards hold a longer record: only the first 9 bytes are the number.
    cardNumber: number.value === null ? null : asciiText(number.value.slice(0, CARD_NUMBER.length)),
    issuedOn: issued.value === null ? null : bcdDay(issued.value),
    expiresOn: expires.value === null ? null : bcdDay(expires.value),
  });
}

/** `1.00`, `2.00`, regional `2.01`, `3.00`: the first character decides (protocols 1.4, "version test"). */
function specVersionOf(value: Uint8Array): { specVersion: string; generation: 2 | 3 } | null {
  const text = asciiText(value);
  if (text === null || !/^[123]\.\d{2}$/.test(text)) return null;
  return { specVersion: text, generation: text.startsWith('3') ? 3 : 2 };
}
