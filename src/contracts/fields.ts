import { z } from 'zod';
import { type CalendarDay, parseDay } from '../calendar/calendar-day.ts';

/** Field shapes used by more than one contract. */
export const calendarDay = z
  .string()
  .refine((text) => text.length === 10 && parseDay(text) !== null, 'not a calendar day')
  .transform((text) => text as CalendarDay);

/** ISO 8601 instant, UTC. */
export const instant = z.iso.datetime();

export const upperHex = (bytes: number) => z.string().regex(new RegExp(`^[0-9A-F]{${bytes * 2}}$`));

/** Mainland mobile number: 11 digits, first 1, second 3-9. */
export const mobileNumber = z.string().regex(/^1[3-9]\d{9}$/);

export const sixDigits = z.string().regex(/^\d{6}$/);

export const hotline = z.object({
  number: z.string().min(3).max(20),
  /** Free text in both languages, e.g. 工作日 8:00-12:00, 14:30-17:30 */
  hours: z.object({ zh: z.string(), en: z.string() }),
});
export type Hotline = z.infer<typeof hotline>;
