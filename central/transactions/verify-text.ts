import { createPublicKey, verify } from 'node:crypto';
import type { VerifyText } from '../../src/receipt-code/check-receipt-code.ts';

/** Ed25519 over UTF-8 text. A key that is no point of the curve has signed nothing. */
export const verifyText: VerifyText = (key, text, signature) => {
  try {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' });
    return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64url'));
  } catch {
    // The library's way of saying that this is no key.
    return false;
  }
};
