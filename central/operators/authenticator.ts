import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Entropy } from '../../src/ports/clock.ts';

/** As the authenticator apps in the shops have it: RFC 6238 with SHA-1, six digits, half a minute. */
const TOTP_FORM = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const SECRET_BYTES = 20;
/** A phone's clock may be off by one step, either way. */
const STEPS_OFF = 1;
/** What the account is called in the app. */
const ISSUER = 'Yikatong console';

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Secrets of operators' authenticators: in the table they are sealed, each for its operator. */
export interface Authenticators {
  /** A new secret, sealed. */
  fresh(operatorId: string): string;
  /** For the QR code, and to type (base32). */
  shown(operatorId: string, login: string, sealed: string): { otpauthUri: string; secret: string };
  /** The time step a code belongs to now, or null. Whoever takes it notes the step: a code opens once. */
  stepOf(operatorId: string, sealed: string, code: string, nowMs: number): number | null;
}

/** The key is derived from the service key, which is never in the database: a copy of the file makes no codes. */
export function authenticators(serviceKey: Uint8Array, entropy: Entropy): Authenticators {
  const key = new Uint8Array(hkdfSync('sha256', serviceKey, '', 'operators authenticators', KEY_BYTES));

  const seal = (operatorId: string, secret: Uint8Array): string => {
    const iv = entropy.bytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(operatorId));
    const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([iv, sealed, cipher.getAuthTag()]).toString('base64');
  };

  /** Throws where it was sealed for another operator, or changed. */
  const open = (operatorId: string, text: string): Uint8Array<ArrayBuffer> => {
    const bytes = Buffer.from(text, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES))
      .setAAD(Buffer.from(operatorId))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    const secret = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES));
    return Uint8Array.from(Buffer.concat([secret, decipher.final()]));
  };

  const totpOf = (operatorId: string, label: string, sealed: string): TOTP =>
    new TOTP({
      ...TOTP_FORM,
      issuer: ISSUER,
      label,
      secret: new Secret({ buffer: open(operatorId, sealed).buffer }),
    });

  return {
    fresh: (operatorId) => seal(operatorId, entropy.bytes(SECRET_BYTES)),
    shown: (operatorId, login, sealed) => {
      const totp = totpOf(operatorId, login, sealed);
      return { otpauthUri: totp.toString(), secret: totp.secret.base32 };
    },
    stepOf: (operatorId, sealed, code, nowMs) => {
      const totp = totpOf(operatorId, '', sealed);
      const off = totp.validate({ token: code, timestamp: nowMs, window: STEPS_OFF });
      return off === null ? null : Math.floor(nowMs / 1000 / TOTP_FORM.period) + off;
    },
  };
}
