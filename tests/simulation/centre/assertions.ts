import { createPublicKey, sign, verify } from 'node:crypto';
import { decodeProtectedHeader, errors, UnsecuredJWT } from 'jose';
import type { ReadAssertion } from '../../../central/kiosk-identity/assertion.ts';
import { ASSERTION_SECONDS, type SignAssertion } from '../../../main/core/sync/sign-in.ts';
import { ASSERTION_AUDIENCE } from '../../../src/contracts/central/enrolment.ts';

const base64url = (content: unknown): string => Buffer.from(JSON.stringify(content)).toString('base64url');

/** The kiosk's assertion, signed in this thread: WebCrypto's would be ready at no certain moment. */
export const signAtOnce: SignAssertion = ({ kioskId, privateKey }, jti, now) => {
  const claims = {
    iss: kioskId ?? '',
    sub: kioskId ?? '',
    aud: ASSERTION_AUDIENCE,
    iat: now,
    exp: now + ASSERTION_SECONDS,
    jti,
  };
  const signed = `${base64url({ alg: 'EdDSA' })}.${base64url(claims)}`;
  const signature = sign(null, Buffer.from(signed), privateKey).toString('base64url');
  return Promise.resolve(`${signed}.${signature}`);
};

/** The signature is checked in this thread, the claims by jose's own rules. */
export const readAtOnce: ReadAssertion = async (assertion, publicKey, rules) => {
  const [header = '', claims = '', signature = ''] = assertion.split('.');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  const { alg = '' } = decodeProtectedHeader(assertion);
  const signed =
    rules.algorithms?.includes(alg) === true &&
    verify(null, Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, 'base64url'));
  if (!signed) throw new errors.JWSSignatureVerificationFailed();
  return UnsecuredJWT.decode(`${base64url({ alg: 'none' })}.${claims}.`, rules).payload;
};
