import { addDays, type CalendarDay } from '../../../src/calendar/calendar-day.ts';
import type { RunsOut } from '../../../src/contracts/console/fleet.ts';

/** Days drawn. */
const AHEAD = 14;
const WEEK = 6;

/** What lasts beyond this day is no worry yet: a week, as on the front page. */
export const lastDayOf = (today: CalendarDay): string => addDays(today, WEEK);

export interface ForecastPoint {
  readonly day: string;
  readonly left: number;
}

/** What is left at the end of each coming day, as used of late; none where too little is known. */
export function forecastPoints({ left, perDay }: RunsOut, today: CalendarDay): ForecastPoint[] {
  if (left === null || perDay === null) return [];
  return Array.from({ length: AHEAD + 1 }, (_, ahead) => ({
    day: addDays(today, ahead).slice(5),
    left: Math.max(0, Math.round(left - perDay * ahead)),
  }));
}
