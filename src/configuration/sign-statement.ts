import { base64url, type CryptoKey, FlattenedSign } from 'jose';
import { type SignedStatement, STATEMENT_TYPE } from '../contracts/configuration/keys.ts';

/** One signature of a statement: protected header and signature, both base64url. */
export type StatementSignature = SignedStatement['signatures'][number];

/** What is signed: base64url of the UTF-8 JSON. Made once; whoever signs takes it as it is. */
export const payloadOf = (said: object): string => base64url.encode(JSON.stringify(said));

/** Signs a payload as it is with an office's Ed25519 key; in a browser and in Node alike. */
export async function signPayload(payload: string, key: CryptoKey, kid: string): Promise<StatementSignature> {
  const signed = await new FlattenedSign(base64url.decode(payload))
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: STATEMENT_TYPE })
    .sign(key);
  if (signed.payload !== payload || signed.protected === undefined)
    throw new Error('the payload is not the base64url of its bytes');
  return { protected: signed.protected, signature: signed.signature };
}

/** `kid` of a signature's header; null where it has none. */
export function kidOf(signature: Pick<StatementSignature, 'protected'>): string | null {
  try {
    const header: unknown = JSON.parse(new TextDecoder().decode(base64url.decode(signature.protected)));
    return typeof header === 'object' && header !== null && 'kid' in header && typeof header.kid === 'string'
      ? header.kid
      : null;
  } catch {
    // No base64url, no JSON: whichever it is, it names no key.
    return null;
  }
}

/** The statement with its signatures in the order of their keys: the same ones always give the same text. */
export const statementOf = (payload: string, signatures: readonly StatementSignature[]): SignedStatement => ({
  payload,
  signatures: signatures
    .map((one) => ({ protected: one.protected, signature: one.signature }))
    .toSorted((left, right) => ((kidOf(left) ?? '') < (kidOf(right) ?? '') ? -1 : 1)),
});

/** The exact text of a statement: its SHA-256 is how an assignment names it. */
export const statementText = ({ payload, signatures }: SignedStatement): string =>
  JSON.stringify({
    payload,
    signatures: signatures.map((one) => ({ protected: one.protected, signature: one.signature })),
  });
