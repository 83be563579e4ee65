import { z } from 'zod';
import { FINANCIAL_STATES } from '../../card/financial-side.ts';
import { SOCIAL_SECURITY_STATES } from '../../card/social-security-side.ts';
import { upperHex } from '../fields.ts';

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
