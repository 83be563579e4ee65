import { z } from 'zod';
import { instant } from '../fields.ts';
import { fleetWord } from './fleet.ts';
import { pageOf, pageQuery } from './paging.ts';

/** POST /fleet/enrolment-codes [fleet]: each enrols one kiosk. */
export const codesRequest = z.strictObject({
  count: z.number().int().min(1).max(500),
  /** Name at the desk, with a number after it where there are several; null: what the technician types. */
  name: z.string().min(1).max(60).nullable(),
  region: fleetWord.nullable(),
  model: fleetWord.nullable(),
  validDays: z.number().int().min(1).max(14).default(1),
});
export type CodesRequest = z.infer<typeof codesRequest>;

/** Shown once, kept nowhere: the page makes the file. */
export const codesAnswer = z.strictObject({
  expiresAt: instant,
  codes: z.array(z.strictObject({ code: z.string(), name: z.string().nullable() })),
});
export type CodesAnswer = z.infer<typeof codesAnswer>;

/** GET /fleet/enrolment-codes [everybody]: without the codes. */
export const mintedCodesQuery = z.strictObject({
  ...pageQuery,
  view: z.enum(['open', 'used', 'over']).default('open'),
});
export type MintedCodesQuery = z.infer<typeof mintedCodesQuery>;
export const mintedCode = z.strictObject({
  createdAt: instant,
  expiresAt: instant,
  mintedBy: z.string().nullable(),
  name: z.string().nullable(),
  region: z.string().nullable(),
  model: z.string().nullable(),
  /** The kiosk it enrolled. */
  usedBy: z.string().nullable(),
});
export const mintedCodesAnswer = pageOf(mintedCode);
export type MintedCodesAnswer = z.infer<typeof mintedCodesAnswer>;
