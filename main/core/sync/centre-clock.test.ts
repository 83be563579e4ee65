import fc from 'fast-check';
import { expect, it } from 'vitest';
import { VirtualClock } from '../virtual-clock.ts';
import { CentreClock } from './centre-clock.ts';

it('finds how far the clock is off, no worse than half the way there and back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.nat(5_000),
      fc.nat(5_000),
      async (off, there, back) => {
        const clock = new VirtualClock();
        clock.setWallClock(off);
        const compared = new CentreClock(clock);
        const heard = compared.asked();
        await clock.advance(there);
        const serverTime = new Date(clock.now() - off).toISOString();
        await clock.advance(back);
        heard(serverTime);
        const { offsetMs, withinMs } = compared.last ?? { offsetMs: Number.NaN, withinMs: 0 };
        expect(Math.abs(offsetMs - off)).toBeLessThanOrEqual(withinMs + 1);
      },
    ),
    { numRuns: 40 },
  );
});
