import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/calendar/calendar-day.ts';
import { calendarDay } from '../../../src/contracts/fields.ts';
import { feeFaults, feeOn } from '../../../src/policy/fee.ts';
import { feeFrom, feesOf, fenOf, withoutLastFee } from './fee-changes.ts';

const day = (text: string) => calendarDay.parse(text);
const begun = day('2022-01-01');
const first = [{ from: begun, until: null, fen: 1_500 }];

describe('fees as an operator changes them (REPL-7)', () => {
  it('another price ends the one before on its day, and can be taken back', () => {
    const changed = feeFrom(first, day('2026-12-01'), 2_000);
    expect(changed).toEqual([
      { from: '2022-01-01', until: '2026-12-01', fen: 1_500 },
      { from: '2026-12-01', until: null, fen: 2_000 },
    ]);
    expect(withoutLastFee(changed)).toEqual(first);
    expect(withoutLastFee(first)).toEqual(first);
  });

  it('a price from the very first day takes the place of the first', () => {
    expect(feeFrom(first, begun, 0)).toEqual([{ from: begun, until: null, fen: 0 }]);
  });

  it('whatever is changed, every day has exactly one price, and the day asked for the new one', () => {
    const change = fc.record({
      after: fc.integer({ min: 0, max: 4_000 }),
      fen: fc.integer({ min: 0, max: 9_999 }),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        let fees = first;
        for (const { after, fen } of changes) {
          const from = addDays(begun, after);
          fees = feeFrom(fees, from, fen) as typeof fees;
          expect(feeFaults(fees, begun)).toEqual([]);
          expect(feeOn(fees, from)).toBe(fen);
        }
      }),
    );
  });

  it.each([
    ['20', 2_000],
    ['20.5', 2_050],
    [' 0.05 ', 5],
    ['', null],
    ['-1', null],
    ['1.234', null],
    ['1,5', null],
    ['1e3', null],
  ])('%j yuan are %s fen', (typed, fen) => expect(fenOf(typed)).toBe(fen));

  it('a list that is none is left to the editor of text', () => {
    expect(feesOf(undefined)).toBeNull();
    expect(feesOf([{ from: 'today', until: null, fen: 1 }])).toBeNull();
  });
});
