import { z } from 'zod';
import { FINANCIAL_STATES } from '../../card/financial-side.ts';
import { SOCIAL_SECURITY_STATES } from '../../card/social-security-side.ts';
import { mobileNumber, sixDigits, upperHex } from '../fields.ts';
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
export const smsCodeRequest = z.object({ mobile: mobileNumber, purpose: z.enum(['application']) });
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
