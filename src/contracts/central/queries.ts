import { z } from 'zod';
import { FINANCIAL_STATES } from '../../card/financial-side.ts';
import { SOCIAL_SECURITY_STATES } from '../../card/social-security-side.ts';
import { FEE_WAIVERS, INSURANCE_TYPES } from '../../policy/closed-sets.ts';
import { calendarDay, mobileNumber, sixDigits, upperHex } from '../fields.ts';
import { identity } from './identity.ts';

/** Questions without effect: they may be asked again at any time. */

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

/** POST /v1/sms-codes */
export const smsCodeRequest = z.object({
  mobile: mobileNumber,
  purpose: z.enum(['application', 'contact-data']),
});
export const smsCodeAnswer = z.object({
  challengeId: z.string(),
  expiresInSeconds: z.number().int(),
  resendAfterSeconds: z.number().int(),
});
export type SmsCodeAnswer = z.infer<typeof smsCodeAnswer>;

/** POST /v1/sms-codes/:challengeId/verifications */
export const smsVerificationRequest = z.object({ code: sixDigits });
export const smsVerificationAnswer = z.discriminatedUnion('result', [
  /** `confirmation` goes into the application and proves the number was confirmed. */
  z.object({ result: z.literal('confirmed'), confirmation: z.string() }),
  z.object({ result: z.literal('wrong'), triesLeft: z.number().int().nonnegative() }),
  z.object({ result: z.literal('expired') }),
]);
export type SmsVerificationAnswer = z.infer<typeof smsVerificationAnswer>;

/** POST /v1/cards/status (ACT-2, ID-9, ID-10) */
export const cardStatusRequest = z.object({
  cardId: upperHex(16),
  cardNumber: z.string().max(9),
  socialSecurityNumber: z.string(),
});
export const cardStatusAnswer = z.discriminatedUnion('known', [
  z.object({
    known: z.literal(true),
    holderMatches: z.boolean(),
    socialSecurity: z.enum(SOCIAL_SECURITY_STATES),
    financial: z.enum(FINANCIAL_STATES),
    /** Mobile on file, masked, for the balance-change SMS offer (ACT-7). */
    mobileMasked: z.string().nullable(),
  }),
  z.object({ known: z.literal(false) }),
]);
export type CardStatusAnswer = z.infer<typeof cardStatusAnswer>;

/** POST /v1/card-keys/external-authentication (protocols 1.6 steps 7-8). */
export const cardKeyRequest = z.object({
  region: z.string().regex(/^\d{6}$/),
  atr: z.string().regex(/^([0-9A-F]{2}){1,33}$/),
  algorithm: z.string().regex(/^[0-9A-F]{2}$/),
  cardId: upperHex(16),
  internalFactor: upperHex(8),
  internalSource: upperHex(8),
  internalResult: upperHex(8),
  externalFactor: upperHex(8),
  externalSource: upperHex(8),
});
export const cardKeyAnswer = z.discriminatedUnion('result', [
  z.object({ result: z.literal('genuine'), externalData: upperHex(16) }),
  z.object({ result: z.literal('forged-card') }),
  z.object({ result: z.literal('refused') }),
]);
export type CardKeyAnswer = z.infer<typeof cardKeyAnswer>;

export const pinBlock = z.object({
  format: z.enum(['iso4-aes', 'iso4-sm4']),
  keyName: z.string().max(40),
  block: upperHex(16),
});

/**
 * POST /v1/bank/pin-checks (ACT-3, ACT-4): both entries, still enciphered. The bank compares them and applies the
 * PIN rules where the digits may be seen. No effect on the account.
 */
export const pinCheckRequest = z.object({
  accountNumber: z.string().regex(/^\d{16,19}$/),
  socialSecurityNumber: z.string(),
  entries: z.tuple([pinBlock, pinBlock]),
});
export const PIN_REFUSALS = [
  'pins-differ',
  'same-as-initial',
  'one-digit-repeated',
  'run-up-or-down',
  'from-birth-date',
  'from-id-number',
  'from-mobile',
] as const;
export type PinRefusal = (typeof PIN_REFUSALS)[number];
export const pinCheckAnswer = z.discriminatedUnion('result', [
  z.object({ result: z.literal('ok') }),
  z.object({ result: z.literal('refused'), reason: z.enum(PIN_REFUSALS) }),
]);
export type PinCheckAnswer = z.infer<typeof pinCheckAnswer>;

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

/** GET /v1/payments/:key, where the key is that of payment.create. Asking never charges. */
export const paymentStatusAnswer = z.object({
  state: z.enum([
    /** No such order was ever created. */
    'none',
    'open',
    'paid',
    'expired',
    'cancelled',
    /** The acquirer does not answer: money may have moved. Ask again; never a second order. */
    'unknown',
  ]),
  paidFen: z.number().int().nonnegative(),
  /** Refunds accepted by the acquirer, whether or not they have arrived. */
  refundedFen: z.number().int().nonnegative(),
});
export type PaymentStatusAnswer = z.infer<typeof paymentStatusAnswer>;

/**
 * POST /v1/personalisations: the script for one blank card, in batches, since the card's answers are needed to go on.
 * The session keys stay at the centre. `request` is the key of the card.request or application.submit.
 */
export const personalisationStart = z.object({
  request: z.string(),
  atr: z.string().regex(/^([0-9A-F]{2}){1,33}$/),
});
const apduHex = z.string().regex(/^([0-9A-F]{2}){4,270}$/);
export const personalisationAnswer = z.discriminatedUnion('step', [
  /** Send each; every answer must end 9000; then bring the answers. */
  z.object({ step: z.literal('commands'), personalisationId: z.string(), commands: z.array(apduHex).min(1) }),
  /** The chip is written. Print the face, read back, compare with these. */
  z.object({
    step: z.literal('written'),
    personalisationId: z.string(),
    cardId: upperHex(16),
    cardNumber: z.string(),
    face: z.object({
      name: z.string(),
      socialSecurityNumber: z.string(),
      cardNumber: z.string(),
      accountNumber: z.string(),
      photoBase64: z.string().nullable(),
      issuedOn: z.string(),
      expiresOn: z.string(),
    }),
  }),
  /** The card is not one of ours, or an answer was wrong: reject it. */
  z.object({ step: z.literal('refused'), code: z.enum(['request-unknown', 'wrong-card', 'bad-answer']) }),
]);
export type PersonalisationAnswer = z.infer<typeof personalisationAnswer>;
/** POST /v1/personalisations/:id/answers, one R-APDU for each command of the batch, in order. */
export const personalisationAnswers = z.object({
  answers: z.array(z.string().regex(/^([0-9A-F]{2}){2,258}$/)),
});

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

/** POST /v1/residents/contact-data: masked, for the screen (INFO-1). */
export const contactDataRequest = z.object({ socialSecurityNumber: z.string() });
export const contactDataAnswer = z.object({
  mobileMasked: z.string().nullable(),
  occupation: z.string().nullable(),
  residentialAddressMasked: z.string().nullable(),
});
export type ContactDataAnswer = z.infer<typeof contactDataAnswer>;

/** POST /v1/electronic-card-checks (ECARD-2): the code as scanned, unparsed; never logged, never stored. */
export const electronicCardRequest = z.object({ code: z.string().min(1).max(512) });
export const electronicCardAnswer = z.discriminatedUnion('result', [
  z.object({
    result: z.literal('valid'),
    nameMasked: z.string(),
    cardNumberMasked: z.string(),
    socialSecurity: z.enum(SOCIAL_SECURITY_STATES),
    financial: z.enum(FINANCIAL_STATES),
  }),
  z.object({ result: z.literal('expired') }),
  z.object({ result: z.literal('unknown') }),
]);
export type ElectronicCardAnswer = z.infer<typeof electronicCardAnswer>;
