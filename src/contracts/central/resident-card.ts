import { z } from 'zod';
import { FINANCIAL_STATES } from '../../card/financial-side.ts';
import { SOCIAL_SECURITY_STATES } from '../../card/social-security-side.ts';
import { FEE_WAIVERS } from '../../policy/closed-sets.ts';
import { calendarDay } from '../fields.ts';
import { identity } from './identity.ts';

/** POST /v1/residents/eligibility (APPLY-1, APPLY-2) */
export const eligibilityRequest = z.object({ identity });
export const eligibilityAnswer = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('eligible'), photoOnFile: z.boolean() }),
  z.object({
    decision: z.literal('has-card'),
    card: z.object({
      cardNumberMasked: z.string(),
      socialSecurity: z.enum(SOCIAL_SECURITY_STATES),
      financial: z.enum(FINANCIAL_STATES),
    }),
  }),
  z.object({ decision: z.literal('application-pending'), reference: z.string(), readyBy: z.string() }),
  z.object({ decision: z.literal('not-entitled') }),
]);
export type EligibilityAnswer = z.infer<typeof eligibilityAnswer>;

/** POST /v1/residents/photo-on-file */
export const photoOnFileRequest = z.object({ socialSecurityNumber: z.string() });
export const photoOnFileAnswer = z.object({ jpegBase64: z.string().nullable() });

/** POST /v1/residents/card: the one card that counts for a person (loss, replacement, swap, exchange, contact data). */
export const residentCardRequest = z.object({ socialSecurityNumber: z.string() });
export const residentCardAnswer = z.discriminatedUnion('found', [
  z.object({
    found: z.literal(true),
    cardNumberMasked: z.string(),
    generation: z.union([z.literal(2), z.literal(3)]),
    socialSecurity: z.enum(SOCIAL_SECURITY_STATES),
    financial: z.enum(FINANCIAL_STATES),
    /** Last day of a temporary loss report; null: none, or without end. */
    lostUntil: calendarDay.nullable(),
    expiresOn: calendarDay.nullable(),
    /** LOSS-4, REPL-3: what the authority knows of reasons not to pay. */
    waivers: z.array(z.enum(FEE_WAIVERS)),
    /** REPL-8 */
    replacementsThisMonth: z.number().int().nonnegative(),
    /** A request that is accepted and not delivered: a second one is not taken. */
    requestPending: z
      .object({ requestNumber: z.string(), readyBy: calendarDay, place: z.string().nullable() })
      .nullable(),
    /** Receives a benefit (REPL-2: a new account number must be told to the payers; CERT-1). */
    receivesBenefits: z.boolean(),
  }),
  z.object({ found: z.literal(false) }),
]);
export type ResidentCardAnswer = z.infer<typeof residentCardAnswer>;
