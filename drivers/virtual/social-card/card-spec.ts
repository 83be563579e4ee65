import { z } from 'zod';
import { REFERENCE_MASTER_KEY } from '../../../src/card-keys/reference-key-scheme.ts';

/** What virtual cards can be told to be. All people, numbers and keys put in here are made up. */

const day = z.string().regex(/^\d{8}$/);
const hexOf = (bytes: number) => z.string().regex(new RegExp(`^[0-9A-F]{${bytes * 2}}$`));

const holderSchema = z.object({
  socialSecurityNumber: z.string().max(18),
  /** Longer than 15 GBK characters runs over into 姓名扩展. */
  name: z.string(),
  sex: z.enum(['1', '2', '']),
  ethnicGroup: z.string().regex(/^(\d{2})?$/),
  birthPlace: z.string().regex(/^(\d{6})?$/),
  birthDate: z.union([day, z.literal('')]),
});

const socialSecuritySchema = z.object({
  kind: z.literal('social-security'),
  specVersion: z.enum(['1.00', '2.00', '2.01', '3.00']),
  /** `01` 3DES, `02` SSF33, `03` SM4; null leaves 9F0C out of the FCI. */
  algorithm: z.enum(['01', '02', '03']).nullable(),
  cardId: hexOf(16),
  number: z.string().max(9),
  issuedOn: day,
  expiresOn: day,
  holder: holderSchema,
  /** null: the bank application has no readable account number. */
  accountNumber: z
    .string()
    .regex(/^\d{1,19}$/)
    .nullable(),
  hasBankApplication: z.boolean().default(true),
  /** Where the account number stands: in tag 5A, or only in track 2 (tag 57). */
  accountIn: z.enum(['pan', 'track-2']).default('pan'),
  /** T=0 cards announce what they have with 61xx; others answer at once. */
  answers: z.enum(['direct', '61xx']).default('61xx'),
  /** With 6Cxx the card insists on its own Le; otherwise it takes any. */
  lengths: z.enum(['any', '6Cxx']).default('any'),
  nameExtension: z.enum(['present', 'missing']).default('present'),
  /** 卡号 before external authentication: sources disagree (protocols 1.6). */
  numberIsFree: z.boolean().default(false),
  masterKey: hexOf(16).default(REFERENCE_MASTER_KEY),
  /** Tries of EXTERNAL AUTHENTICATE before 6983. */
  authenticationTries: z.int().min(1).max(15).default(3),
});

const base64url32 = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

const technicianSchema = z.object({
  kind: z.literal('technician'),
  /** What the card says whose it is; not checked, since a card may say anything. */
  technician: z.string().max(32),
  /** Private key of the card as JWK, P-256. */
  key: z.object({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: base64url32,
    y: base64url32,
    d: base64url32,
  }),
  signs: z.enum(['rightly', 'something-else']).default('rightly'),
  answers: z.enum(['direct', '61xx']).default('61xx'),
  /** Some T=0 cards take no Le behind data: 6700. */
  refusesLe: z.boolean().default(false),
});

export const cardSpecSchema = z.discriminatedUnion('kind', [
  socialSecuritySchema,
  technicianSchema,
  /** A bank card: SELECT of the social security application gives 6A82. */
  z.object({ kind: z.literal('bank-only'), accountNumber: z.string().regex(/^\d{1,19}$/) }),
  /** Upside down: there, but no answer to reset. */
  z.object({ kind: z.literal('mute') }),
  /** Answers every command with other bytes, the same ones for the same seed. */
  z.object({ kind: z.literal('nonsense'), seed: z.int() }),
]);
export type SocialSecurityCardSpec = z.infer<typeof socialSecuritySchema>;
export type TechnicianCardSpec = z.infer<typeof technicianSchema>;
export type CardSpec = z.infer<typeof cardSpecSchema>;
/** As written by hand: fields with a default may be left out. */
export type CardSpecInput = z.input<typeof cardSpecSchema>;

/** Misbehaviour in time; counted in command APDUs since the card was put in, from 1. */
export const cardFaultsSchema = z.object({
  /** The card is pulled when this APDU comes. */
  pullAtApdu: z.int().positive().optional(),
  /** From this APDU on the card says nothing. */
  silentFromApdu: z.int().positive().optional(),
  answerDelayMs: z.int().nonnegative().optional(),
});
export type CardFaults = z.infer<typeof cardFaultsSchema>;
