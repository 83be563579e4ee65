import { z } from 'zod';
import { calendarDay } from '../fields.ts';

/** PROG-1, PROG-2 */
export const APPLICATION_STEPS = [
  'accepted',
  'identity-check',
  'account-opening',
  'production',
  'delivery',
  'ready',
] as const;
export const APPLICATION_FAILURES = [
  'network-identity-check',
  'name-mismatch',
  'rare-character',
  'photo',
] as const;
/** POST /v1/residents/applications: all that are not delivered yet, newest first. */
export const residentApplicationsRequest = z.object({ socialSecurityNumber: z.string() });
export const residentApplicationsAnswer = z.object({
  applications: z.array(
    z.object({
      number: z.string(),
      purpose: z.enum(['application', 'replacement', 'swap', 'exchange']),
      acceptedOn: calendarDay,
      step: z.enum(APPLICATION_STEPS),
      failure: z.enum(APPLICATION_FAILURES).nullable(),
      readyBy: calendarDay.nullable(),
      /** Last day to collect, once it is ready (M A12). */
      collectBy: calendarDay.nullable(),
      outlet: z.string().nullable(),
    }),
  ),
});
export type ResidentApplicationsAnswer = z.infer<typeof residentApplicationsAnswer>;
