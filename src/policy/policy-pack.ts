import { z } from 'zod';
import { calendarDay, hotline } from '../contracts/fields.ts';
import { serviceId } from '../contracts/service.ts';
import { err, ok, type Result } from '../result.ts';
import { crossChecks } from './cross-checks.ts';
import { datedFee } from './fee.ts';

/** Text in both languages of the kiosk. */
export const localised = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type Localised = z.infer<typeof localised>;

const outlet = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().min(1),
  /** District or county, for finding it in a list. */
  region: z.string().min(1),
  address: z.string().min(1),
  phones: z.array(z.string().regex(/^[\d-]{3,20}$/)),
});
export type Outlet = z.infer<typeof outlet>;

const duration = z.number().int().positive();

/**
 * One province's rules: everything that differs between places or changes with time. Code holds no province, fee,
 * age, time limit, threshold or hotline. The bundle around it (version, signatures) comes with signed configuration.
 */
const policyPackFields = z.strictObject({
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
    occupations: z.array(z.strictObject({ code: z.string().min(1).max(20), name: localised })).min(1),
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
export type PolicyPackFields = z.infer<typeof policyPackFields>;

export const policyPack = policyPackFields.superRefine((pack, context) => {
  for (const { path, message } of crossChecks(pack)) {
    context.addIssue({ code: 'custom', path: [...path], message });
  }
});
export type PolicyPack = z.infer<typeof policyPack>;

/** Why a document is no policy pack: `not-json`, or every place in it that is wrong (`face.tries: …`). */
export type PolicyPackTrouble =
  | { readonly kind: 'not-json' }
  | { readonly kind: 'invalid'; readonly faults: readonly string[] };

/** Reads a pack from its JSON text. A pack with anything wrong or unknown in it is refused whole (INV-7). */
export function parsePolicyPack(json: string): Result<PolicyPack, PolicyPackTrouble> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return err({ kind: 'not-json' });
  }
  return checkPolicyPack(value);
}

/** The same for a value that was JSON already, e.g. the payload of a signed bundle. */
export function checkPolicyPack(value: unknown): Result<PolicyPack, PolicyPackTrouble> {
  const parsed = policyPack.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  return err({ kind: 'invalid', faults });
}
