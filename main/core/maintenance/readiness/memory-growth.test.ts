import fc from 'fast-check';
import { expect, it } from 'vitest';
import { VirtualClock } from '../../virtual-clock.ts';
import { MemoryGrowth } from './memory-growth.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const MEGABYTE = 1024 ** 2;

/** Looks every half minute for so many hours; what it then says an hour. */
async function after(hours: number, bytesAt: (ms: number) => number): Promise<number | null> {
  const clock = new VirtualClock();
  const growth = new MemoryGrowth(clock);
  for (let ms = 0; ms <= hours * HOUR_MS; ms += 5 * MINUTE_MS) {
    growth.note(bytesAt(ms));
    await clock.advance(5 * MINUTE_MS);
  }
  return growth.perHour();
}

it('says nothing before there is enough to tell, and nothing of the first half hour', async () => {
  expect(await after(3, () => MEGABYTE)).toBeNull();
  const warmUp = (ms: number) => (ms < 30 * MINUTE_MS ? ms * 100 : 200 * MEGABYTE);
  expect(await after(4, warmUp)).toBe(0);
});

it('finds a steady growth through the teeth of a collector', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 1, max: 6 }),
      async (perHour, tooth) => {
        const found = await after(8, (ms) => {
          const saw = ((ms / MINUTE_MS) % 45) * 0.02 * tooth;
          return (150 + (perHour * ms) / HOUR_MS + saw) * MEGABYTE;
        });
        expect(Math.abs((found ?? Number.NaN) / MEGABYTE - perHour)).toBeLessThan(1);
      },
    ),
    { numRuns: 8 },
  );
});
