import { z } from 'zod';

const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** The centre's public key for what leaves a kiosk on a stick: P-256, RFC 7517. The private one never leaves the centre. */
export const exportKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: coordinate,
  y: coordinate,
});
export type ExportKey = z.infer<typeof exportKey>;

/** GET /v1/export-key; null where the centre has none. */
export const exportKeyAnswer = z.object({ exportKey: exportKey.nullable() });

/** Of the file on the stick: compact JWE (RFC 7516) over gzip over one JSON value a line. */
export const EXPORT_ENCRYPTION = {
  alg: 'ECDH-ES+A256KW',
  enc: 'A256GCM',
  cty: 'yikatong-export+gzip',
} as const;
