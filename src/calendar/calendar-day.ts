import type { Brand } from '../brand.ts';

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. Days of this form sort as strings. */
export type CalendarDay = Brand<string, 'CalendarDay'>;

/** China has had one zone and no summer time since 1992: UTC+8. */
const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Days since 1970-01-01 of the proleptic Gregorian calendar, or null where that day does not exist. */
function ordinal(year: number, month: number, day: number): number | null {
  const ms = Date.UTC(year, month - 1, day);
  const back = new Date(ms);
  const same =
    back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === day;
  return same ? ms / DAY_MS : null;
}

const fromOrdinal = (days: number): CalendarDay =>
  new Date(days * DAY_MS).toISOString().slice(0, 10) as CalendarDay;

/** Parses `YYYY-MM-DD` or `YYYYMMDD`; null for anything else and for days that do not exist (30 February). */
export function parseDay(text: string): CalendarDay | null {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text);
  if (!match) return null;
  const days = ordinal(Number(match[1]), Number(match[2]), Number(match[3]));
  return days === null ? null : fromOrdinal(days);
}

/** A day written in the program or in checked data; throws where it does not exist. */
export function day(text: string): CalendarDay {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`not a calendar day: ${text}`);
  return parsed;
}

/** The day in Asia/Shanghai at an instant (milliseconds since the epoch). */
export const dayInShanghai = (epochMs: number): CalendarDay =>
  fromOrdinal(Math.floor((epochMs + SHANGHAI_OFFSET_MS) / DAY_MS));

const parts = (value: CalendarDay): [number, number, number] => [
  Number(value.slice(0, 4)),
  Number(value.slice(5, 7)),
  Number(value.slice(8, 10)),
];

export function addDays(value: CalendarDay, days: number): CalendarDay {
  const [y, m, d] = parts(value);
  return fromOrdinal(Date.UTC(y, m - 1, d) / DAY_MS + days);
}

/** Same day of the year some years on; 29 February becomes 28 February in a common year. */
export function addYears(value: CalendarDay, years: number): CalendarDay {
  const [y, m, d] = parts(value);
  const days = ordinal(y + years, m, d) ?? ordinal(y + years, m, d - 1);
  if (days === null) throw new Error(`no such day: ${value} + ${years} years`);
  return fromOrdinal(days);
}

/** Same day of the month some months on; a day that month does not have becomes its last (31 August + 6: 28 February). */
export function addMonths(value: CalendarDay, months: number): CalendarDay {
  const [y, m, d] = parts(value);
  const month = Date.UTC(y, m - 1 + months, 1) / DAY_MS;
  const next = Date.UTC(y, m + months, 1) / DAY_MS;
  return fromOrdinal(Math.min(month + d - 1, next - 1));
}

/** 0 is Sunday, 6 Saturday. */
export function weekdayOf(value: CalendarDay): number {
  const [y, m, d] = parts(value);
  return new Date(Date.UTC(y, m - 1, d)).getUTCDay();
}

/**
 * Monday to Friday. Public holidays and make-up days are not in here: the office publishes them yearly, so a
 * promise counted with this is never later than the rule allows (APPLY-6), and the receipt says "at the latest".
 */
export function addWorkingDays(value: CalendarDay, workingDays: number): CalendarDay {
  let at = value;
  for (let left = workingDays; left > 0; ) {
    at = addDays(at, 1);
    const weekday = weekdayOf(at);
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return at;
}

/**
 * Full years of age on a day (ID-2): the birthday counts. Somebody born on 29 February is a year older on
 * 1 March of a common year (civil practice: the day after 28 February has passed).
 */
export function ageOn(birthDate: CalendarDay, on: CalendarDay): number {
  const [by, bm, bd] = parts(birthDate);
  const [y, m, d] = parts(on);
  const hadBirthday = m > bm || (m === bm && d >= bd);
  return y - by - (hadBirthday ? 0 : 1);
}
