import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../src/calendar/calendar-day.ts';
import { APPLICATION_STEPS } from '../../src/contracts/central/queries.ts';
import { stepByDate } from './progress.ts';

const ACCEPTED = day('2026-11-22');

describe('PROG-1 steps by date', () => {
  it.each([
    [0, 'accepted'],
    [9, 'accepted'],
    [10, 'identity-check'],
    [20, 'account-opening'],
    [30, 'production'],
    [40, 'delivery'],
    [50, 'delivery'],
    [500, 'delivery'],
    [-3, 'accepted'],
  ])('PROG-1 %d days of fifty: %s', (passed, step) => {
    expect(stepByDate(ACCEPTED, addDays(ACCEPTED, 50), addDays(ACCEPTED, passed))).toBe(step);
  });

  it('PROG-1 never goes back as days pass, whatever was promised', () => {
    fc.assert(
      fc.property(fc.nat({ max: 90 }), fc.nat({ max: 200 }), (promised, passed) => {
        const at = (days: number): number =>
          APPLICATION_STEPS.indexOf(
            stepByDate(ACCEPTED, addDays(ACCEPTED, promised), addDays(ACCEPTED, days)),
          );
        expect(at(passed + 1)).toBeGreaterThanOrEqual(at(passed));
      }),
    );
  });
});
