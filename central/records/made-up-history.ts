import type { CalendarDay } from '../../src/calendar/calendar-day.ts';
import type { InsuranceType } from '../../src/policy/closed-sets.ts';
import { sha256 } from '../secrets.ts';

/** Months since January of year 0: they compare and count as numbers. */
export type Month = number;
export const monthOf = (year: number, monthOfYear: number): Month => year * 12 + monthOfYear - 1;
export const yearOf = (month: Month): number => Math.floor(month / 12);
/** `YYYY-MM` */
export const monthText = (month: Month): string =>
  `${yearOf(month)}-${String((month % 12) + 1).padStart(2, '0')}`;
const monthOfDay = (day: CalendarDay): Month => monthOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)));

/** One person's time in one insurance. Made up, and the same whenever it is asked for. */
export interface History {
  readonly status: 'insured' | 'paused';
  readonly firstMonth: Month;
  /** Last month something was due for; before the month of today. */
  readonly lastMonth: Month;
  readonly employer: string;
  readonly place: string;
  /** A month in between that nobody paid. */
  readonly missed: (month: Month) => boolean;
  /** Contribution base of a month of that year, fen. */
  readonly baseFen: (year: number) => number;
}

const GROWN_UP_YEARS = 18;
/** Insurances began not all at once: nobody's record is older. */
const EARLIEST: Month = monthOf(1995, 1);
const EMPLOYERS = ['样例贸易有限公司', '测试建设集团', '虚构酒店管理公司', '样例中学', '灵活就业'] as const;
const PLACES = ['测试市本级', '测试市样例区', '测试市虚构县'] as const;

/** A number from 0 to `below` - 1 that belongs to these words for ever. */
function drawn(below: number, ...words: readonly (string | number)[]): number {
  return Number.parseInt(sha256(words.join('|')).slice(0, 8), 16) % below;
}

const picked = <T>(from: readonly [T, ...T[]], at: number): T => from[at] ?? from[0];

/** Not everybody is in every insurance: an employee's three are missing for some. */
const isMissing = (socialSecurityNumber: string, type: InsuranceType): boolean =>
  type !== 'pension' && type !== 'medical' && drawn(4, socialSecurityNumber, type, 'in') === 0;

/** The history of a person, up to the month before `today`; null where there is none. */
export function madeUpHistory(
  socialSecurityNumber: string,
  birthDate: CalendarDay,
  type: InsuranceType,
  today: CalendarDay,
): History | null {
  if (isMissing(socialSecurityNumber, type)) return null;
  const began = monthOfDay(birthDate) + 12 * GROWN_UP_YEARS + drawn(72, socialSecurityNumber, 'began');
  const firstMonth = Math.max(EARLIEST, began);
  const status = drawn(7, socialSecurityNumber, type, 'paused') === 0 ? 'paused' : 'insured';
  const pausedFor = status === 'paused' ? 1 + drawn(24, socialSecurityNumber, type, 'since') : 0;
  const lastMonth = monthOfDay(today) - 1 - pausedFor;
  if (lastMonth < firstMonth) return null;
  const startingBase = 300_000 + 10_000 * drawn(30, socialSecurityNumber, 'base');
  return {
    status,
    firstMonth,
    lastMonth,
    employer: picked(EMPLOYERS, drawn(EMPLOYERS.length, socialSecurityNumber, 'employer')),
    place: picked(PLACES, drawn(PLACES.length, socialSecurityNumber, 'place')),
    missed: (month) => drawn(29, socialSecurityNumber, type, month) === 0,
    baseFen: (year) => startingBase + 15_000 * (year - yearOf(firstMonth)),
  };
}

/** Months of a year that something was due for, in order. */
export function monthsDue(history: History, year: number): readonly Month[] {
  const first = Math.max(history.firstMonth, monthOf(year, 1));
  const last = Math.min(history.lastMonth, monthOf(year, 12));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}
