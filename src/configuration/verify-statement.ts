import { base64url, flattenedVerify, importJWK } from 'jose';
import { z } from 'zod';
import {
  type KeyRole,
  MOST_STATEMENT_CHARACTERS,
  type SignedStatement,
  type SigningKey,
  STATEMENT_TYPE,
  signedStatement,
  type TrustRoot,
} from '../contracts/configuration/keys.ts';
import type { ConfigurationTrouble } from '../contracts/configuration/poll.ts';
import { err, ok, type Result } from '../result.ts';

/** Who has to have signed: so many different ones of these keys. */
export interface Signers {
  readonly keys: readonly SigningKey[];
  readonly threshold: number;
}

const protectedHeader = z.strictObject({
  alg: z.literal('EdDSA'),
  kid: z.string(),
  typ: z.literal(STATEMENT_TYPE),
});

/** The keys of a role, as the root names them. */
export function signersOf({ keys, roles }: TrustRoot, role: KeyRole): Signers {
  const { kids, threshold } = roles[role];
  return { keys: keys.filter(({ kid }) => kids.includes(kid)), threshold };
}

/** The envelope of a statement that came as text; nothing of its payload is read. */
export function readEnvelope(text: string): Result<SignedStatement, ConfigurationTrouble> {
  if (text.length > MOST_STATEMENT_CHARACTERS) return err('damaged');
  const envelope = signedStatement.safeParse(parsed(text));
  return envelope.success ? ok(envelope.data) : err('damaged');
}

/**
 * INV-7: what a statement says, or why nobody may read it. Signatures are checked over the bytes as they came; the
 * payload is parsed only after enough different keys of each of `signers` are found to have signed. A signature by
 * somebody else counts for nothing; a wrong one by a key that counts spoils the statement.
 */
export async function verifyStatement(
  { payload, signatures }: SignedStatement,
  signers: readonly Signers[],
): Promise<Result<unknown, ConfigurationTrouble>> {
  if (payload.length > MOST_STATEMENT_CHARACTERS) return err('damaged');
  const bytes = exactBytes(payload);
  if (bytes === null) return err('damaged');
  const known = new Map(signers.flatMap(({ keys }) => keys).map((key) => [key.kid, key]));
  const signed = new Set<string>();
  for (const one of signatures) {
    const header = headerOf(one.protected);
    if (header === null) return err('damaged');
    const key = known.get(header.kid);
    if (!key) continue;
    if (!(await isSignature(payload, one, key))) return err('signature-wrong');
    signed.add(key.kid);
  }
  for (const { keys, threshold } of signers) {
    if (keys.filter(({ kid }) => signed.has(kid)).length < threshold) return err('signatures-missing');
  }
  const content = parsed(textOf(bytes));
  return content === undefined ? err('damaged') : ok(content);
}

/** The payload of a statement whose origin is beyond doubt: it names the keys by which it is checked then. */
export function payloadOfTrusted({ payload }: SignedStatement): unknown {
  const bytes = exactBytes(payload);
  return bytes === null ? undefined : parsed(textOf(bytes));
}

async function isSignature(
  payload: string,
  { protected: header, signature }: SignedStatement['signatures'][number],
  { kty, crv, x }: SigningKey,
): Promise<boolean> {
  if (exactBytes(signature) === null) return false;
  try {
    await flattenedVerify(
      { payload, protected: header, signature },
      await importJWK({ kty, crv, x }, 'EdDSA'),
      {
        algorithms: ['EdDSA'],
      },
    );
    return true;
  } catch {
    // Whatever the library calls it, nobody has signed this.
    return false;
  }
}

function headerOf(text: string): z.infer<typeof protectedHeader> | null {
  const bytes = exactBytes(text);
  const header = protectedHeader.safeParse(bytes === null ? undefined : parsed(textOf(bytes)));
  return header.success ? header.data : null;
}

/** null where the text is not the one base64url of its bytes: two texts must not mean the same. */
function exactBytes(text: string): Uint8Array | null {
  try {
    const bytes = base64url.decode(text);
    return base64url.encode(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}

/** null where the bytes are no UTF-8. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** undefined where it is not JSON: no contract accepts that. */
function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
