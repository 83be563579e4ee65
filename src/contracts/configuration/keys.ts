import { z } from 'zod';
import { instant } from '../fields.ts';

/**
 * Who may say what, after TUF (roles, thresholds, root rotation) and Uptane (a director beside the offices):
 * `root` names all other keys; `policy` are the offices, two of three of whom sign a policy pack; `configuration`
 * signs every other document; `director` is the centre's own, on line: it says which kiosk runs what, can close a
 * service and can hand out nothing that the others have not signed; `certificates` vouches for kiosks' keys.
 */
export const KEY_ROLES = ['root', 'policy', 'configuration', 'director', 'certificates'] as const;
export type KeyRole = (typeof KEY_ROLES)[number];

/** Ed25519 public key (RFC 8037). `kid` is the base64url SHA-256 thumbprint of the key (RFC 7638). */
export const signingKey = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  kid: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** Whose it is, in the field's words: `省社保卡中心`. Shown to operators; nothing is decided by it. */
  office: z.string().min(1).max(80),
});
export type SigningKey = z.infer<typeof signingKey>;

const roleKeys = z.strictObject({
  kids: z.array(signingKey.shape.kid).min(1).max(12),
  /** How many different keys of the role must have signed. */
  threshold: z.number().int().min(1).max(12),
});

/** The root of trust. Version n + 1 is signed by enough root keys of n and of n + 1, so a chain of them is walked. */
export const trustRoot = z
  .strictObject({
    type: z.literal('yikatong-root'),
    version: z.number().int().positive(),
    issuedAt: instant,
    /** After this day nothing new is trusted under it; what runs goes on. */
    expiresAt: instant,
    keys: z.array(signingKey).min(1).max(60),
    roles: z.strictObject({
      root: roleKeys,
      policy: roleKeys,
      configuration: roleKeys,
      director: roleKeys,
      certificates: roleKeys,
    }),
  })
  .refine(
    ({ keys, roles }) => {
      const known = new Set(keys.map(({ kid }) => kid));
      return KEY_ROLES.every((role) => {
        const kids = new Set(roles[role].kids);
        return (
          kids.size === roles[role].kids.length &&
          roles[role].threshold <= kids.size &&
          [...kids].every((kid) => known.has(kid))
        );
      });
    },
    { message: 'a role names an unknown key, a key twice, or asks for more keys than it has' },
  );
export type TrustRoot = z.infer<typeof trustRoot>;

/**
 * JWS in general JSON serialisation (RFC 7515 7.2.1): one payload, several signatures. Protected header of each:
 * `{"alg":"EdDSA","kid":…,"typ":"yikatong+jws"}`. Signatures are checked over the bytes as they came, before anything
 * in the payload is read.
 */
export const signedStatement = z.strictObject({
  /** base64url of UTF-8 JSON. */
  payload: z.string().min(1),
  signatures: z
    .array(z.strictObject({ protected: z.string().min(1).max(1_000), signature: z.string().length(86) }))
    .min(1)
    .max(12),
});
export type SignedStatement = z.infer<typeof signedStatement>;

/** Longest signed statement, in characters of its JSON text: nothing longer is read (endless data). */
export const MOST_STATEMENT_CHARACTERS = 4_000_000;
export const STATEMENT_TYPE = 'yikatong+jws';
