import { randomBytes } from 'node:crypto';
import { TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { authenticators } from './authenticator.ts';

const entropy = { bytes: (length: number) => randomBytes(length) };
const phones = authenticators(Buffer.alloc(32, 7), entropy);
const NOW = Date.parse('2026-11-22T04:00:10.000Z');
const STEP = Math.floor(NOW / 30_000);

describe('authenticators', () => {
  it('know a code of now, half a minute early or late, and of no other time', () => {
    const sealed = phones.fresh('O-0001');
    const { secret, otpauthUri } = phones.shown('O-0001', 'chen', sealed);
    const totp = new TOTP({ secret });
    const stepAt = (seconds: number) =>
      phones.stepOf('O-0001', sealed, totp.generate({ timestamp: NOW + seconds * 1000 }), NOW);
    expect([-30, 0, 30].map(stepAt)).toEqual([STEP - 1, STEP, STEP + 1]);
    expect([-90, 90].map(stepAt)).toEqual([null, null]);
    expect(otpauthUri).toMatch(/^otpauth:\/\/totp\/.*:chen\?.*secret=/);
    expect(otpauthUri).toContain(secret);
  });

  it('keep a secret sealed for one operator, under a key that is not in the database', () => {
    const sealed = phones.fresh('O-0001');
    expect(() => phones.stepOf('O-0002', sealed, '000000', NOW)).toThrow();
    expect(() => authenticators(Buffer.alloc(32, 8), entropy).shown('O-0001', 'x', sealed)).toThrow();
    const bytes = Buffer.from(sealed, 'base64');
    bytes[14] = (bytes[14] ?? 0) ^ 1;
    expect(() => phones.shown('O-0001', 'x', bytes.toString('base64'))).toThrow();
  });
});
