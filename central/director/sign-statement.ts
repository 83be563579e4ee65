import { type SignedStatement, STATEMENT_TYPE } from '../../src/contracts/configuration/keys.ts';
import type { CentreKey } from './centre-keys.ts';

const base64url = (text: string): string => Buffer.from(text).toString('base64url');

/** A statement of the centre's own, with its one signature (RFC 7515 7.2.1). */
export function signStatement(key: CentreKey, payload: object): SignedStatement {
  const head = base64url(JSON.stringify({ alg: 'EdDSA', kid: key.publicKey.kid, typ: STATEMENT_TYPE }));
  const body = base64url(JSON.stringify(payload));
  return { payload: body, signatures: [{ protected: head, signature: key.sign(`${head}.${body}`) }] };
}
