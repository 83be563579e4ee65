import fc from 'fast-check';
import { expect, it } from 'vitest';
import { conditionsOf } from './alarm-conditions.ts';
import { wellFacts } from './memory/made-up-facts.ts';
import { readinessOf } from './readiness.ts';
import { THRESHOLDS } from './thresholds.ts';
import { thresholdsWith } from './thresholds-in-force.ts';

const stack = { ok: true, value: { ledger: 30, sensor: 'enough', disagrees: false } } as const;

it('what an operator sets counts, on the readiness page and for the alarm; the rest is as shipped', () => {
  const thresholds = thresholdsWith({ stockLow: 40 });
  expect(thresholds).toMatchObject({ stockLow: 40, stockLowOver: 40, deviceDownMs: THRESHOLDS.deviceDownMs });
  const seen = (set: typeof thresholds) => {
    const facts = { ...wellFacts, stack, thresholds: set };
    const alarms = conditionsOf(
      { ...facts, watchdogs: [], lockedOut: [], maintenanceSince: null },
      () => false,
    );
    return [
      readinessOf(facts).lines.find(({ subject }) => subject === 'stack')?.state,
      alarms.find(({ kind }) => kind === 'stock-low')?.holds,
    ];
  };
  expect([seen(thresholds), seen(thresholdsWith({}))]).toEqual([
    ['low', true],
    ['enough', false],
  ]);
});

it('an alarm is never over where it would be raised', () => {
  const set = fc.record(
    {
      stockLow: fc.integer({ min: 1, max: 400 }),
      stockLowOver: fc.integer({ min: 1, max: 400 }),
      binNearlyFull: fc.double({ min: 0.1, max: 1, noNaN: true }),
      binNearlyFullOver: fc.double({ min: 0.1, max: 1, noNaN: true }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(set, (given) => {
      const { stockLow, stockLowOver, binNearlyFull, binNearlyFullOver } = thresholdsWith(given);
      expect(stockLowOver).toBeGreaterThanOrEqual(stockLow);
      expect(binNearlyFullOver).toBeLessThanOrEqual(binNearlyFull);
    }),
  );
});
