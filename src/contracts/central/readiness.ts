import { z } from 'zod';
import { calendarDay } from '../fields.ts';
import { readinessReport } from '../maintenance/readiness-report.ts';

/**
 * POST /v1/readiness-reports: how a kiosk found itself in the morning. The first report of a day is kept; the same day
 * again, after an answer that was lost, is answered as the first was.
 */
export const morningReport = z.object({
  /** In Asia/Shanghai. */
  day: calendarDay,
  report: readinessReport,
});
export type MorningReport = z.infer<typeof morningReport>;

export const morningReportAnswer = z.object({ day: calendarDay });
export type MorningReportAnswer = z.infer<typeof morningReportAnswer>;
