import { describe, expect, it } from 'vitest';
import type { SigningKey } from '../../src/contracts/configuration/keys.ts';
import { firstRoot, nextRoot } from './root-content.ts';

const DAYS = { issuedAt: '2026-11-22T00:00:00.000Z', expiresAt: '2028-11-22T00:00:00.000Z' };
const keyOf = (letter: string): SigningKey => ({
  ...{ kty: 'OKP' as const, crv: 'Ed25519' as const, office: letter },
  ...{ x: letter.repeat(43), kid: letter.repeat(43) },
});
const keys = (letters: string, threshold: number | null = null) => ({
  keys: [...letters].map(keyOf),
  threshold,
});
const FIRST = {
  root: keys('ab'),
  policy: keys('cde'),
  configuration: keys('fg'),
  director: keys('h'),
  certificates: keys('i'),
};

describe('INV-7 how many must sign, where nobody says', () => {
  it('two for roots and packs, also of two keys; one for the rest', () => {
    const { roles } = firstRoot(FIRST, DAYS);
    expect([roles.root.threshold, roles.policy.threshold]).toEqual([2, 2]);
    expect([roles.configuration.threshold, roles.director.threshold]).toEqual([1, 1]);
  });

  it('the next root asks for as many as before, and never quietly for fewer', () => {
    const before = firstRoot({ ...FIRST, policy: keys('cde', 3) }, DAYS);
    expect(nextRoot(before, { policy: keys('jkl') }, DAYS).roles.policy.threshold).toBe(3);
    expect(() => nextRoot(before, { policy: keys('jk') }, DAYS)).toThrow('more keys than it has');
    expect(nextRoot(before, { policy: keys('jk', 2) }, DAYS).roles.policy.threshold).toBe(2);
  });
});
