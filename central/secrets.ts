import { createHash, createHmac } from 'node:crypto';
import type { Entropy } from '../src/ports/clock.ts';

/** SHA-256, hex: for secrets with enough bits of their own (tokens, enrolment codes). */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What PINs and codes are kept as: a digest under a key outside the database, for they may have few bits. */
export type KeyedDigest = (
  purpose: 'pin' | 'sms-code' | 'electronic-card' | 'sign-in-try',
  ...parts: readonly string[]
) => string;

/** `serviceKey` is 32 bytes that are never in the database file. */
export const keyedDigest =
  (serviceKey: Uint8Array): KeyedDigest =>
  (purpose, ...parts) =>
    createHmac('sha256', serviceKey)
      .update(JSON.stringify([purpose, ...parts]))
      .digest('hex');

/** A secret for a URL or header: `bytes` of entropy in base64url. */
export const randomToken = (entropy: Entropy, bytes = 32): string =>
  Buffer.from(entropy.bytes(bytes)).toString('base64url');

export const randomHex = (entropy: Entropy, bytes: number): string =>
  Buffer.from(entropy.bytes(bytes)).toString('hex').toUpperCase();

/** Six decimal digits, each value equally likely: draws again above the last whole multiple of a million. */
export function randomSixDigits(entropy: Entropy): string {
  const limit = 4_294_000_000;
  for (;;) {
    const drawn = Buffer.from(entropy.bytes(4)).readUInt32BE(0);
    if (drawn < limit) return String(drawn % 1_000_000).padStart(6, '0');
  }
}
