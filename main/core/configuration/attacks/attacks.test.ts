import { describe, expect, it } from 'vitest';
import { ATTACKS } from './attacks.ts';

describe('attacks on configuration', () => {
  it('INV-7 are the ten classes of TUF and the four of Uptane', () => {
    expect(new Set(ATTACKS.map((attack) => attack.class)).size).toBe(14);
  });

  it.each(ATTACKS.map((attack) => [attack.class, attack.way, attack] as const))(
    'INV-7 %s: %s, and the kiosk is none the worse',
    async (_, __, attack) => {
      expect(await attack.succeeds()).toBe(false);
    },
  );
});
