import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, medianSpread, percentile, spreadOf } from './spread.ts';

describe('percentiles', () => {
  it('are values that were measured, by nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 1)).toBe(100);
    expect(percentile([7], 0.99)).toBe(7);
    expect(median([4, 1, 3, 2])).toBe(2);
    expect(() => percentile([], 0.5)).toThrow('no values');
  });

  it('at least the share lies at or below, whatever the values', () => {
    const values = fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 200 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(values, share, (all, wanted) => {
        const found = percentile(all, wanted);
        expect(all).toContain(found);
        expect(all.filter((value) => value <= found).length).toBeGreaterThanOrEqual(all.length * wanted);
      }),
    );
  });
});

it('a spread counts what passed between the acts, and says microseconds', () => {
  expect(spreadOf([0.1, 0.2, 0.30049], 1_000)).toEqual({
    perSecond: 3,
    p50Ms: 0.2,
    p99Ms: 0.3,
    maxMs: 0.3,
  });
});

it('one disturbed round does not move the figures', () => {
  const quiet = { perSecond: 1_000, p50Ms: 1, p99Ms: 2, maxMs: 3 };
  const disturbed = { perSecond: 10, p50Ms: 100, p99Ms: 200, maxMs: 300 };
  expect(medianSpread([quiet, disturbed, quiet])).toEqual(quiet);
});
