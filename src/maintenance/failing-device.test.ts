import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DeviceDay, isFailing } from './failing-device.ts';

const day = (operations: number, retries = 0, faults = 0): DeviceDay => ({ operations, retries, faults });
const week = (operations: number, retries = 0) => Array.from({ length: 7 }, () => day(operations, retries));
const anyDay = fc.record({
  operations: fc.nat(500),
  retries: fc.nat(100),
  faults: fc.nat(100),
});
const anyWeek = fc.array(anyDay, { maxLength: 7 });

describe('the fingerprint of a failing device', () => {
  it.each([
    ['as many tries as ever', day(100, 4), week(100, 4), false],
    ['a hundred operations, twenty of them tried again', day(100, 10, 10), week(100, 1), true],
    ['was always like this', day(100, 20), week(100, 15), false],
    ['too few to say', day(10, 9), week(100, 1), false],
    ['a little more than nothing', day(100, 3), week(100, 0), false],
    ['nobody came the week before', day(100, 20), week(0), true],
    ['new in this kiosk', day(100, 20), [], true],
  ])('%s', (_, lastDay, before, failing) => {
    expect(isFailing(lastDay, before, false)).toBe(failing);
  });

  it('does not go to and fro at the edge', () => {
    const edge = day(100, 5);
    expect(isFailing(edge, week(100), false)).toBe(false);
    expect(isFailing(edge, week(100), true)).toBe(true);
    expect(isFailing(day(100, 1), week(100), true)).toBe(false);
  });

  it('never calls a device failing that needed no second try', () => {
    fc.assert(
      fc.property(fc.nat(500), anyWeek, fc.boolean(), (operations, before, failing) => {
        expect(isFailing(day(operations), before, failing)).toBe(false);
      }),
    );
  });

  it('more tries never make a failing device well', () => {
    fc.assert(
      fc.property(anyDay, anyWeek, fc.boolean(), fc.nat(50), (lastDay, before, failing, more) => {
        fc.pre(isFailing(lastDay, before, failing));
        expect(isFailing({ ...lastDay, retries: lastDay.retries + more }, before, failing)).toBe(true);
      }),
    );
  });

  it('whoever is failing stays so where the same day is looked at again', () => {
    fc.assert(
      fc.property(anyDay, anyWeek, (lastDay, before) => {
        fc.pre(isFailing(lastDay, before, false));
        expect(isFailing(lastDay, before, true)).toBe(true);
      }),
    );
  });
});
