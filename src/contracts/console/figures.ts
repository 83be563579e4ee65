import { z } from 'zod';
import { addDays } from '../../calendar/calendar-day.ts';
import { calendarDay } from '../fields.ts';

export const FIGURE_GROUPS = [
  'day',
  'service',
  'region',
  'day-service',
  'day-region',
  'service-region',
  'day-service-region',
] as const;
export type FigureGroup = (typeof FIGURE_GROUPS)[number];

/** Days in one answer: whoever wants more asks again. */
export const LONGEST_QUARTER = 92;

/** GET /figures [everybody]: days in Asia/Shanghai, both included. */
export const figuresQuery = z
  .strictObject({
    from: calendarDay,
    to: calendarDay,
    by: z.enum(FIGURE_GROUPS).default('day'),
    service: z.string().min(1).max(40).optional(),
    region: z.string().min(1).max(40).optional(),
    kioskId: z.string().min(1).max(80).optional(),
  })
  .refine(({ from, to }) => to <= addDays(from, LONGEST_QUARTER - 1), { path: ['to'] });
export type FiguresQuery = z.infer<typeof figuresQuery>;

const count = z.number().int().nonnegative();
/** What is not grouped by is null; a kiosk without a region counts under `''`. */
export const figureRow = z.strictObject({
  day: z.string().nullable(),
  service: z.string().nullable(),
  region: z.string().nullable(),
  sessions: count,
  completed: count,
  cancelled: count,
  timedOut: count,
  refused: count,
  trouble: count,
  /** Mean length of a session; null: there was none. */
  meanSeconds: z.number().nullable(),
});
export type FigureRow = z.infer<typeof figureRow>;
export const figuresAnswer = z.strictObject({ rows: z.array(figureRow) });
export type FiguresAnswer = z.infer<typeof figuresAnswer>;
