import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { ASSERTION_SECONDS } from '../../main/core/sync/sign-in.ts';
import { ASSERTION_AUDIENCE } from '../../src/contracts/central/enrolment.ts';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const HEADER = part({ alg: 'EdDSA' });

/** An Ed25519 key of one kiosk's own, and what it signs in with. */
export class KioskKey {
  readonly #privateKey: KeyObject;
  /** RFC 8037 `x`. */
  readonly x: string;

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    this.#privateKey = privateKey;
    this.x = String(publicKey.export({ format: 'jwk' }).x);
  }

  /** As a real kiosk makes it, at once and in this thread: ten thousand wait for it. */
  assertion(kioskId: string, now: number): string {
    const iat = Math.floor(now / 1_000);
    const claims = { iss: kioskId, sub: kioskId, aud: ASSERTION_AUDIENCE, iat, exp: iat + ASSERTION_SECONDS };
    const text = `${HEADER}.${part({ ...claims, jti: randomUUID() })}`;
    return `${text}.${sign(null, Buffer.from(text), this.#privateKey).toString('base64url')}`;
  }
}
