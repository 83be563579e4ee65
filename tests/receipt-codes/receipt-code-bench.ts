import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { certificateText } from '../../src/configuration/certificate-text.ts';
import type { SigningKey } from '../../src/contracts/configuration/keys.ts';
import type { KioskCertificate, ReceiptClaim } from '../../src/contracts/receipt-code.ts';
import type { ReceiptTrust, VerifyText } from '../../src/receipt-code/check-receipt-code.ts';
import { receiptCodeText } from '../../src/receipt-code/receipt-code-text.ts';

/** 22 November 2026, 09:41 in Shanghai. */
export const GIVEN_AT = Date.UTC(2026, 10, 22, 1, 41);
const DAY = 24 * 60 * 60;
const seconds = GIVEN_AT / 1_000;

export const CLAIM: ReceiptClaim = [
  'YKT-3ND9-KZKJ-G',
  'accepted-not-yet-sent',
  'apply',
  seconds,
  'hainan 12',
];

const textSigner = (privateKey: KeyObject) => (text: string) =>
  sign(null, Buffer.from(text), privateKey).toString('base64url');

export const verifyText: VerifyText = (key, text, signature) =>
  verify(
    null,
    Buffer.from(text),
    createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' }),
    Buffer.from(signature, 'base64url'),
  );

function keyPair() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const kid = createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url');
  return { x, kid, sign: textSigner(privateKey) };
}

/** A centre that vouches for kiosks, one of its kiosks, and whoever checks. */
export function receiptCodeBench() {
  const centre = keyPair();
  const kiosk = keyPair();
  const key: SigningKey = { kty: 'OKP', crv: 'Ed25519', x: centre.x, kid: centre.kid, office: '中心' };
  const role = { kids: [centre.kid], threshold: 1 };
  const root: ReceiptTrust['root'] = {
    keys: [key],
    roles: { root: role, policy: role, configuration: role, director: role, certificates: role },
  };
  const trust: ReceiptTrust = { root, revokedKiosks: [], now: GIVEN_AT, verify: verifyText };
  const certificate = (
    from = seconds - DAY,
    until = seconds + 400 * DAY,
    issuer = centre,
  ): KioskCertificate => {
    const claim = ['kiosk-4f1a2b3c4d5e', kiosk.x, from, until] as const;
    return [...claim, issuer.kid, issuer.sign(certificateText(claim))];
  };
  const code = (claim: ReceiptClaim = CLAIM, vouched: KioskCertificate = certificate()): string => {
    const text = receiptCodeText(claim, vouched, kiosk.sign);
    if (text === null) throw new Error('no code for this claim');
    return text;
  };
  return { centre, kiosk, stranger: keyPair(), root, trust, certificate, code };
}
