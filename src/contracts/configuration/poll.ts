import { z } from 'zod';
import { assignedDocument } from './assignment.ts';
import { DOCUMENT_KINDS, documentLine } from './document.ts';
import { signedStatement } from './keys.ts';
import { orderResult } from './orders.ts';

/** Why a kiosk does not run what it was assigned. Closed: each has a sentence for operators. */
export const CONFIGURATION_TROUBLES = [
  /** Bytes differ from the digest, are no signed statement, or too long. */
  'damaged',
  'signatures-missing',
  'signature-wrong',
  'root-not-followed',
  'root-expired',
  'assignment-expired',
  'assignment-older',
  'not-for-this-kiosk',
  'not-for-this-region-or-model',
  'version-older',
  'version-or-line-differs',
  'document-expired',
  /** Something the assignment names could not be fetched: nothing of it is applied. */
  'incomplete',
  'content-invalid',
  /** The content is right, and does not go with this kiosk: an outlet list the pack names is missing … */
  'does-not-fit',
  'crashed-core',
  'journeys-failed',
  'refused-before',
  'disk-trouble',
] as const;
export type ConfigurationTrouble = (typeof CONFIGURATION_TROUBLES)[number];

/** Where a kiosk stands with its latest assignment. */
export const CONFIGURATION_STATES = [
  /** As shipped; nothing was assigned. */
  'shipped',
  /** Fetched and checked; waits for the resident to leave, or for its day. */
  'waiting-for-resident',
  'waiting-for-day',
  /** Runs it, and watches its first journeys. */
  'on-trial',
  'running',
  /** Went back by itself to the last good one. */
  'returned',
  /** Went back because operators said so. */
  'back',
  'refused',
] as const;
export type ConfigurationState = (typeof CONFIGURATION_STATES)[number];

export const refusedDocument = z.strictObject({
  kind: z.enum(DOCUMENT_KINDS),
  line: documentLine,
  version: z.number().int().positive(),
  trouble: z.enum(CONFIGURATION_TROUBLES),
});
export type RefusedDocument = z.infer<typeof refusedDocument>;

/** What a kiosk says of its configuration. */
export const configurationReport = z.strictObject({
  state: z.enum(CONFIGURATION_STATES),
  trouble: z.enum(CONFIGURATION_TROUBLES).nullable(),
  /** Version of the newest assignment it took in, and of the one it runs; 0: none. */
  assignment: z.number().int().nonnegative(),
  runningAssignment: z.number().int().nonnegative(),
  rootVersion: z.number().int().nonnegative(),
  running: z.array(assignedDocument.omit({ length: true })).max(DOCUMENT_KINDS.length),
  refused: z.array(refusedDocument).max(40),
});
export type ConfigurationReport = z.infer<typeof configurationReport>;

/** P-256 public key of the kiosk, for which sealed documents are enciphered (ECDH-ES+A256KW, A256GCM). */
export const sealingKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  y: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type SealingKey = z.infer<typeof sealingKey>;

/** POST /v1/configuration/polls. Held open up to `waitSeconds` while there is nothing new (long poll). */
export const configurationPoll = z.strictObject({
  report: configurationReport,
  sealingKey,
  waitSeconds: z.number().int().min(0).max(55),
  /** What became of operators' orders; repeated until a poll with them is answered. */
  orderResults: z.array(orderResult).max(20),
  /**
   * Last second (since the epoch) of the certificate it has; null: it has none. A kiosk that does not say it is given
   * one beside other news alone.
   */
  certificateEndsAt: z.number().int().nonnegative().nullable().optional(),
});
export type ConfigurationPoll = z.infer<typeof configurationPoll>;

export const configurationAnswer = z.strictObject({
  /** Roots after the kiosk's own, oldest first; the kiosk asks again after ten. */
  roots: z.array(signedStatement).max(10),
  /** null: the kiosk has the newest. */
  assignment: signedStatement.nullable(),
  /**
   * Orders that are still to be carried out, signed by the director for this kiosk (`ordersPayload`); null: none. One
   * that was carried out is answered with its result and not done again.
   */
  orders: signedStatement.nullable(),
  /** Signed by `certificates`: this kiosk's certificate where the one it has ends soon (src/contracts/receipt-code.ts). */
  certificate: z.string().max(400).nullable(),
  /** Seconds until the next poll: with jitter by the centre, so that a fleet does not come all at once. */
  pollAfterSeconds: z.number().min(0).max(600),
});
export type ConfigurationAnswer = z.infer<typeof configurationAnswer>;

/**
 * GET /v1/configuration/documents/:sha256. `statement` is the exact text whose digest the assignment names;
 * a sealed kind comes as a compact JWE for this kiosk alone, whose plaintext is that text.
 */
export const documentAnswer = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('plain'), statement: z.string() }),
  z.strictObject({ form: z.literal('sealed'), jwe: z.string() }),
]);
export type DocumentAnswer = z.infer<typeof documentAnswer>;

/** A kiosk whose certificate ends within this many seconds is given a new one: thirty days. */
export const CERTIFICATE_RENEWED_BEFORE_SECONDS = 30 * 24 * 60 * 60;
