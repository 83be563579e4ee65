import iconv from 'iconv-lite';
import { type CalendarDay, parseDay } from '../../src/calendar/calendar-day.ts';
import { hexFromBytes } from '../../src/card-keys/hex.ts';
import type { Sex } from '../../src/identity/document.ts';
import { err, ok, type Result } from '../../src/result.ts';

/** Fields of EF05 and EF06 (protocols 1.4): `cn` packed BCD padded with F, `an` GBK padded with 00. */

/** Value of a simple-TLV record: tag(1) len(1) value(len). Trailing bytes after the value are ignored. */
export function recordValue(
  record: Uint8Array,
  tag: number,
): Result<Uint8Array, 'record-short' | 'record-tag' | 'record-length'> {
  const [foundTag, length] = record;
  if (foundTag === undefined || length === undefined) return err('record-short');
  if (foundTag !== tag) return err('record-tag');
  if (record.length < 2 + length) return err('record-length');
  return ok(record.slice(2, 2 + length));
}

/** Digits of packed BCD without the F padding; null where a nibble is no digit. */
export function bcdDigits(value: Uint8Array): string | null {
  const digits = hexFromBytes(value).replace(/F+$/, '');
  return /^\d+$/.test(digits) ? digits : null;
}

/** YYYYMMDD; null for padding, zeros and days that do not exist. */
export function bcdDay(value: Uint8Array): CalendarDay | null {
  const digits = bcdDigits(value);
  return digits === null ? null : parseDay(digits);
}

/** The bytes before the padding (00 by the standard, FF and spaces in the field). */
export function unpadded(value: Uint8Array): Uint8Array {
  let end = value.length;
  while (end > 0 && [0x00, 0x20, 0xff].includes(value[end - 1] ?? -1)) end -= 1;
  return value.slice(0, end);
}

/** Printable ASCII, or null where the field is empty or holds anything else. */
export function asciiText(value: Uint8Array): string | null {
  const text = Buffer.from(unpadded(value)).toString('latin1').trim();
  return /^[\x20-\x7e]+$/.test(text) ? text : null;
}

/**
 * 姓名 and 姓名扩展: bytes are joined before they are decoded, since a character may lie across the two records.
 * GB18030 contains GBK and the four-byte characters of rare names; null where nothing or broken text is left.
 */
export function chineseText(...parts: readonly Uint8Array[]): string | null {
  const text = iconv.decode(Buffer.concat(parts.map(unpadded)), 'gb18030').trim();
  return text === '' || text.includes('�') ? null : text;
}

/** `1` 男, `2` 女; anything else is unknown. */
export function sexOf(value: Uint8Array): Sex | null {
  const text = asciiText(value);
  return text === '1' ? 'male' : text === '2' ? 'female' : null;
}

/** Digits of exactly this length, or null: GB/T 3304 (2), GB/T 2260 (6). */
export function codeOf(value: Uint8Array, length: number): string | null {
  const digits = bcdDigits(value);
  return digits?.length === length ? digits : null;
}
