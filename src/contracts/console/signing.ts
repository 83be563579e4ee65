import { z } from 'zod';
import { DOCUMENT_KINDS, documentLine } from '../configuration/document.ts';
import { KEY_ROLES, signedStatement, signingKey } from '../configuration/keys.ts';
import { instant } from '../fields.ts';
import { refusedAct } from './releases.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** GET /releases/:releaseId/payloads: what the offices are to sign. */
export const signingPayload = z.strictObject({
  kind: z.enum(DOCUMENT_KINDS),
  line: documentLine,
  version: z.number().int().positive(),
  /** base64url of the document's JSON: exactly what is signed. */
  payload: z.string(),
  /** SHA-256 of the text `payload`, hex: read out on both sides before signing. */
  payloadSha256: sha256,
  role: z.enum(KEY_ROLES),
  threshold: z.number().int().positive(),
  offices: z.array(z.strictObject({ kid: signingKey.shape.kid, office: z.string(), signed: z.boolean() })),
});
export type SigningPayload = z.infer<typeof signingPayload>;
export const signingPayloads = z.discriminatedUnion('done', [
  z.strictObject({ done: z.literal(true), payloads: z.array(signingPayload) }),
  refusedAct,
]);

/** POST /releases/:releaseId/signatures: what `npm run office -- sign`, or the console's page, made with an office's key. */
export const officeSignature = z.strictObject({
  kind: z.enum(DOCUMENT_KINDS),
  line: documentLine,
  payloadSha256: sha256,
  /** Protected header, base64url. */
  protected: z.string().min(1).max(1_000),
  signature: z.string().length(86),
});
export type OfficeSignature = z.infer<typeof officeSignature>;

/**
 * File of an office's key. `sealed`: compact JWE (PBES2-HS512+A256KW, A256GCM) whose plaintext is the JSON of the
 * private Ed25519 JWK; opened with the passphrase where the office signs, never at the centre.
 */
export const officeKeyFile = z.strictObject({
  type: z.literal('yikatong-office-key'),
  publicKey: signingKey,
  sealed: z.string(),
});
export type OfficeKeyFile = z.infer<typeof officeKeyFile>;

/** GET /trust/root: who may sign what now. */
export const trustState = z.strictObject({
  /** null: no root was ever taken in; nothing can be signed. */
  root: z
    .strictObject({
      version: z.number().int().positive(),
      issuedAt: instant,
      expiresAt: instant,
      over: z.boolean(),
      roles: z.array(
        z.strictObject({
          role: z.enum(KEY_ROLES),
          threshold: z.number().int().positive(),
          keys: z.array(z.strictObject({ kid: signingKey.shape.kid, office: z.string() })),
        }),
      ),
    })
    .nullable(),
});
export type TrustState = z.infer<typeof trustState>;
/** POST /trust/roots: the next root, signed by the old and the new root keys. */
export const newRoot = z.strictObject({ statement: signedStatement });
export const newRootAnswer = z.discriminatedUnion('done', [
  z.strictObject({ done: z.literal(true), root: trustState.shape.root }),
  refusedAct,
]);
