import { z } from 'zod';
import { INSURANCE_TYPES } from '../../policy/closed-sets.ts';
import { calendarDay } from '../fields.ts';

/** POST /v1/residents/insurance-records (REC-1): rows of one type and year. */
export const insuranceRecordsRequest = z.object({
  socialSecurityNumber: z.string(),
  type: z.enum(INSURANCE_TYPES),
  year: z.number().int().min(1990).max(2100),
});
export const insuranceRecordsAnswer = z.object({
  status: z.enum(['insured', 'paused', 'not-insured']),
  place: z.string().nullable(),
  insuredSince: calendarDay.nullable(),
  employer: z.string().nullable(),
  monthsInYear: z.number().int().min(0).max(12),
  monthsInAll: z.number().int().nonnegative(),
});
export type InsuranceRecordsAnswer = z.infer<typeof insuranceRecordsAnswer>;

/** POST /v1/residents/contribution-records (REC-1): what was paid, month by month, in fen. */
export const contributionRecordsRequest = insuranceRecordsRequest;
export const contributionRecordsAnswer = z.object({
  rows: z.array(
    z.object({
      month: z.string().regex(/^\d{4}-\d{2}$/),
      baseFen: z.number().int().nonnegative(),
      personalFen: z.number().int().nonnegative(),
      employerFen: z.number().int().nonnegative(),
      paid: z.boolean(),
    }),
  ),
});
export type ContributionRecordsAnswer = z.infer<typeof contributionRecordsAnswer>;
