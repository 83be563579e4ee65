import { z } from 'zod';
import { upperHex } from '../fields.ts';
import { faceEvidence } from './identity.ts';

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

/** ACT-1 to ACT-4, ACT-7 */
export const cardActivate = z.object({
  kind: z.literal('card.activate'),
  receiptReference: z.string(),
  socialSecurityNumber: z.string(),
  cardId: upperHex(16),
  cardNumber: z.string().max(9),
  accountNumber: z.string().regex(/^\d{16,19}$/),
  entries: z.tuple([pinBlock, pinBlock]),
  balanceSms: z.boolean(),
  face: faceEvidence,
});
export type CardActivate = z.infer<typeof cardActivate>;
