import { z } from 'zod';
import { calendarDay, hotline } from '../contracts/fields.ts';
import { serviceId } from '../contracts/service.ts';

/** Text in both languages of the kiosk. */
export const localised = z.object({ zh: z.string().min(1), en: z.string().min(1) });
export type Localised = z.infer<typeof localised>;

const outlet = z.object({
  id: z.string(),
  name: z.string(),
  /** District or county, for finding it in a list. */
  region: z.string(),
  address: z.string(),
  phones: z.array(z.string()),
});
export type Outlet = z.infer<typeof outlet>;

/** A fee in fen with the days it holds (REPL-7: fees are dated policy). `until` is exclusive, null is open. */
const datedFee = z.object({
  from: calendarDay,
  until: calendarDay.nullable(),
  fen: z.number().int().nonnegative(),
});

const duration = z.number().int().positive();

/**
 * One province's rules: everything that differs between places or changes with time. Code holds no province, fee,
 * age, time limit, threshold or hotline. The bundle around it (version, signatures) comes with signed configuration.
 */
export const policyPack = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  version: z.number().int().positive(),
  effectiveFrom: calendarDay,
  title: localised,
  /** Chip region prefixes whose cards are served here (ID-10), e.g. ["46"]. */
  servedRegions: z.array(z.string().regex(/^\d{2,6}$/)).min(1),
  services: z.array(
    z.strictObject({
      service: serviceId,
      enabled: z.boolean(),
      /** Shown on the tile. */
      minutes: z.number().positive(),
      free: z.boolean(),
    }),
  ),
  identity: z.strictObject({
    acceptedDocuments: z
      .array(
        z.enum([
          'resident-id-card',
          'hmt-residence-permit',
          'foreigner-permit-2017',
          'foreigner-permit-2023',
        ]),
      )
      .min(1),
    /** ID-2 */
    selfServiceAge: z.number().int().min(0).max(150),
  }),
  face: z.strictObject({
    /** Accept at or below; refuse above `refuseAbove`; between them: retry or staff. */
    acceptAtMost: z.number().positive(),
    refuseAbove: z.number().positive(),
    tries: z.number().int().positive(),
    /** How many turns the challenge asks for, drawn in random order. */
    challengeTurns: z.number().int().positive(),
    staffCheck: z.boolean(),
  }),
  mobile: z.strictObject({ codeTries: z.number().int().positive() }),
  application: z.strictObject({
    fee: z.array(datedFee).min(1),
    /** APPLY-6 */
    readyWithinWorkingDays: duration,
    collectWithinDays: duration,
    occupations: z.array(z.strictObject({ code: z.string(), name: localised })).min(1),
    collectionOutlets: z.array(outlet).min(1),
  }),
  activation: z.strictObject({
    fee: z.array(datedFee).min(1),
    pinDigits: z.number().int().min(4).max(12),
    /** Times a resident may start over after the bank refused a PIN. */
    pinTries: z.number().int().positive(),
  }),
  /** Where people go when the kiosk can't serve them, nearest counters first. */
  counters: z.array(outlet).min(1),
  /** Papers a guardian brings for somebody too young (ID-2). */
  guardianPapers: z.array(localised).min(1),
  hotlines: z.array(hotline).min(1),
  /** Seconds. Elder mode doubles them (experience.md). */
  timeouts: z.strictObject({
    welcomeToIdleSeconds: duration,
    screenSeconds: duration,
    typingScreenSeconds: duration,
    warningSeconds: z.number().int().min(30),
    endScreenSeconds: duration,
    cardRemovalSeconds: duration,
  }),
  receipt: z.strictObject({ heading: localised, footer: z.array(localised).max(4) }),
});
export type PolicyPack = z.infer<typeof policyPack>;
