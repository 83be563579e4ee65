import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app has it. Seconds. */
const PERIOD_S = 30;
/** Steps before and after the present one that are taken: the telephone's clock and the kiosk's differ. */
const WINDOW = 1;
/** Stands in for a technician nobody knows: the work is the same, and nobody learns who exists. */
const NOBODYS_SECRET = 'A'.repeat(32);

/** The step a code belongs to; null where the code is wrong, or its step was taken before. */
export function stepOfCode(
  secret: string | null,
  code: string,
  now: number,
  lastStep: number,
): number | null {
  const delta = TOTP.validate({
    token: code,
    secret: Secret.fromBase32(secret ?? NOBODYS_SECRET),
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_S,
    timestamp: now,
    window: WINDOW,
  });
  if (secret === null || delta === null) return null;
  const step = Math.floor(now / (PERIOD_S * 1_000)) + delta;
  return step > lastStep ? step : null;
}
