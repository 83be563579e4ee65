import { z } from 'zod';
import { calendarDay } from '../fields.ts';

/** The identity as read from the chip, plus the social security number derived from it (ID-7). */
export const identity = z.object({
  kind: z.enum([
    'resident-id-card',
    'hmt-residence-permit',
    'foreigner-permit-2017',
    'foreigner-permit-2023',
  ]),
  name: z.string().max(120),
  sex: z.enum(['male', 'female']).nullable(),
  ethnicGroup: z.string().length(2).nullable(),
  birthDate: calendarDay,
  address: z.string().max(140),
  number: z.string().min(8).max(18),
  issuer: z.string().max(60),
  validFrom: calendarDay,
  validTo: calendarDay.nullable(),
  foreignName: z.string().max(120).optional(),
  nationality: z.string().max(3).optional(),
  permitNumber: z.string().max(20).optional(),
  issueCount: z.string().max(4).optional(),
  socialSecurityNumber: z.string().min(11).max(18),
});
export type Identity = z.infer<typeof identity>;

/** ID-6: what is kept of a face verification. Never an image, never a template. */
export const faceEvidence = z.object({
  decision: z.literal('accept'),
  distance: z.number(),
  liveness: z.literal('passed'),
  model: z.string().max(80),
  at: z.iso.datetime(),
});
export type FaceEvidence = z.infer<typeof faceEvidence>;
