import { z } from 'zod';
import { calendarDay, hotline } from '../contracts/fields.ts';
import { serviceId } from '../contracts/service.ts';
import { err, ok, type Result } from '../result.ts';
import { ACCOUNT_CHOICES, EXCHANGE_REASONS, FEE_WAIVERS, INSURANCE_TYPES } from './closed-sets.ts';
import { crossChecks } from './cross-checks.ts';
import { datedFee } from './fee.ts';
import { lossTerm } from './loss-term.ts';

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

const counterTopic = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: localised,
  /** Who has to come. */
  who: localised,
  papers: z.array(localised).min(1),
  where: localised,
  howLong: localised,
});
export type CounterTopic = z.infer<typeof counterTopic>;

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
  loss: z.strictObject({
    /** LOSS-2, in the order they are offered; empty where the kiosk takes no temporary report. */
    temporaryTerms: z.array(lossTerm),
    /** LOSS-3 */
    formalAtKiosk: z.boolean(),
    /** LOSS-4, for the written (formal) report. */
    fee: z.array(datedFee).min(1),
    waivers: z.array(z.enum(FEE_WAIVERS)),
    /** LOSS-6: whether the kiosk itself undoes a loss report. */
    undoAtKiosk: z.boolean(),
  }),
  replacement: z.strictObject({
    /** REPL-3, REPL-7 */
    fee: z.array(datedFee).min(1),
    waivers: z.array(z.enum(FEE_WAIVERS)),
    /** REPL-2 */
    accountChoices: z.array(z.enum(ACCOUNT_CHOICES)).min(1),
    /** REPL-8: above so many in a month the resident is reminded; null: no such rule. */
    remindAbovePerMonth: z.number().int().positive().nullable(),
  }),
  swap: z.strictObject({
    /** SWAP-4 */
    fee: z.array(datedFee).min(1),
    /** SWAP-2 */
    accountChoices: z.array(z.enum(ACCOUNT_CHOICES)).min(1),
  }),
  exchange: z.strictObject({
    fee: z.array(datedFee).min(1),
    waivers: z.array(z.enum(FEE_WAIVERS)),
    accountChoices: z.array(z.enum(ACCOUNT_CHOICES)).min(1),
    /** EXCH-1 … EXCH-5, in the order they are offered. */
    reasons: z
      .array(
        z.strictObject({
          reason: z.enum(EXCHANGE_REASONS),
          where: z.enum(['kiosk', 'counter']),
          /** EXCH-2 */
          free: z.boolean(),
          /** Topic in `counterTopics` that says the papers, where it is done at a counter. */
          topic: z.string().nullable(),
        }),
      )
      .min(1),
    /** EXCH-6: changing the partner bank; always at a counter. `confirmed: false`: known from a summary alone. */
    changeOfBank: z.strictObject({
      notWithinMonths: duration.nullable(),
      readyWithinWorkingDays: duration.nullable(),
      confirmed: z.boolean(),
    }),
  }),
  issuance: z.strictObject({
    /** Services for which a card is made on the spot where the kiosk can (APPLY-6, REPL-1). */
    instantFor: z.array(z.enum(['apply', 'replace', 'swap', 'exchange'])),
    /** Blanks tried before the money goes back. */
    blanksToTry: z.number().int().min(1).max(5),
    /** How long a card waits at the gate before it is taken in again, seconds. */
    takeCardSeconds: duration,
    /** Below this age there is no photo on the card. */
    photoFromAge: z.number().int().min(0).max(150),
    validYears: duration,
    readyWithinWorkingDays: duration,
  }),
  payment: z.strictObject({ expiresAfterSeconds: z.number().int().min(60).max(1_800) }),
  certification: z.strictObject({ validMonths: duration, acceptedOffline: z.boolean() }),
  records: z.strictObject({
    /** REC-1 */
    types: z.array(z.enum(INSURANCE_TYPES)).min(1),
    yearsBack: z.number().int().min(1).max(50),
  }),
  electronicCard: z.strictObject({
    /** ECARD-1 */
    channels: z
      .array(
        z.strictObject({
          name: localised,
          note: localised,
          /** What its QR code opens; null where the source names no address. */
          url: z.url().nullable(),
          hotline: z.string().nullable(),
        }),
      )
      .min(1),
    /** ECARD-2 */
    standsInForCard: z.boolean(),
    /** Another card that ends when this province's third generation is activated (J 2.3.2). */
    endsOlderCard: localised.nullable(),
  }),
  /** services.md 13: what only a counter does. */
  counterTopics: z.array(counterTopic).min(1),
  /** Where the social security PIN is in use (N 5) and what it may not be; for the help texts. */
  socialSecurityPin: z.strictObject({ inUse: z.boolean(), initialAllowed: z.boolean() }),
  /** Names of the lists in `assets/outlets` and of the answers in `assets/help`. */
  directories: z.strictObject({
    outlets: z.array(z.string().regex(/^[a-z0-9-]+$/)),
    help: z.string().regex(/^[a-z0-9-]+$/),
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
  /** Source of each value: dotted path of a section or value, and where it says so (`M A24`, `H Q25`). */
  sources: z.record(z.string().min(1), z.strictObject({ says: z.string().min(1), confirmed: z.boolean() })),
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
