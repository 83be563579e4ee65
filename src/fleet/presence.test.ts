import { describe, expect, it } from 'vitest';
import { presenceOf } from './presence.ts';

const NOW = 1_000_000_000;
const ago = (seconds: number) => ({
  revoked: false,
  givenUp: false,
  heardAt: NOW - seconds * 1000,
  inMaintenance: false,
});

describe('whether anybody is served at a kiosk', () => {
  it.each([
    [ago(0), 'up'],
    [ago(90), 'up'],
    [ago(91), 'late'],
    [ago(600), 'late'],
    [ago(601), 'silent'],
    [{ ...ago(0), heardAt: null }, 'silent'],
    [{ ...ago(0), inMaintenance: true }, 'in-maintenance'],
    [{ ...ago(91), inMaintenance: true }, 'late'],
    [{ ...ago(0), givenUp: true, inMaintenance: true }, 'given-up'],
    [{ ...ago(0), revoked: true, givenUp: true }, 'revoked'],
  ])('%j is %s', (standing, presence) => expect(presenceOf(standing, NOW)).toBe(presence));
});
