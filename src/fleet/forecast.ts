import { addDays, type CalendarDay, weekdayOf } from '../calendar/calendar-day.ts';

/** Days looked back on: two of each weekday. */
export const DAYS_LOOKED_BACK = 14;
/** With less than a week nobody knows a kiosk's weekend. */
const LEAST_DAYS_KNOWN = 7;
/** Stocks that last longer than a year need no forecast. */
const FURTHEST_AHEAD = 366;

export interface UsedOnDay {
  readonly day: CalendarDay;
  readonly used: number;
}

export interface Forecast {
  /** Mean of the days known. */
  readonly perDay: number;
  /** First day on which there is not enough; null: not within a year. */
  readonly day: CalendarDay | null;
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);

/**
 * When something is used up that `left` are left of, by what was used on the days before `today`: each coming day uses
 * the mean of the known days of its weekday, or of all where that weekday is not known. `today` counts whole, for a stock
 * that is too small for a day is to be seen to before it. null where too little is known.
 */
export function forecastOf(left: number, days: readonly UsedOnDay[], today: CalendarDay): Forecast | null {
  const first = addDays(today, -DAYS_LOOKED_BACK);
  const known = days.filter(({ day }) => day >= first && day < today);
  if (new Set(known.map(({ day }) => day)).size < LEAST_DAYS_KNOWN) return null;
  const perDay = mean(known.map(({ used }) => used));
  const perWeekday = Array.from({ length: 7 }, (_, weekday) => {
    const ofWeekday = known.filter(({ day }) => weekdayOf(day) === weekday);
    return ofWeekday.length === 0 ? perDay : mean(ofWeekday.map(({ used }) => used));
  });
  if (left <= 0) return { perDay, day: today };
  let rest = left;
  for (let ahead = 0; ahead < FURTHEST_AHEAD && perDay > 0; ahead += 1) {
    const day = addDays(today, ahead);
    rest -= perWeekday[weekdayOf(day)] ?? perDay;
    if (rest < 0) return { perDay, day };
  }
  return { perDay, day: null };
}
