import { z } from 'zod';
import { mobileNumber, sixDigits } from '../fields.ts';

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
