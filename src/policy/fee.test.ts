import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../calendar/calendar-day.ts';
import { type DatedFee, feeFaults, feeOn } from './fee.ts';
import { isServed } from './served-region.ts';

const START = day('2022-01-01');
const CARD_FEE: readonly DatedFee[] = [
  { from: START, until: day('2024-10-01'), fen: 1500 },
  { from: day('2024-10-01'), until: null, fen: 0 },
];

describe('REPL-7 dated fees', () => {
  it.each([
    ['2021-12-31', null],
    ['2022-01-01', 1500],
    ['2024-09-30', 1500],
    ['2024-10-01', 0],
    ['2099-01-01', 0],
  ])('REPL-7 on %s the card costs %s fen', (on, fee) => {
    expect(feeOn(CARD_FEE, day(on))).toBe(fee);
  });

  it('REPL-7 says where a list has a gap, an overlap, an end or a fee backwards', () => {
    const fee = (from: string, until: string | null): DatedFee => ({
      from: day(from),
      until: until === null ? null : day(until),
      fen: 1,
    });
    expect(feeFaults(CARD_FEE, START)).toEqual([]);
    expect(feeFaults([fee('2022-01-02', null)], START)).toEqual(['no fee from 2022-01-01 until 2022-01-02']);
    expect(feeFaults([fee('2022-01-01', '2023-01-01')], START)).toEqual(['no fee from 2023-01-01 on']);
    expect(feeFaults([fee('2022-01-01', '2023-01-01'), fee('2023-01-02', null)], START)).toEqual([
      'no fee from 2023-01-01 until 2023-01-02',
    ]);
    expect(feeFaults([fee('2022-01-01', '2023-01-02'), fee('2023-01-01', null)], START)).toEqual([
      'two fees from 2023-01-01',
    ]);
    expect(feeFaults([fee('2022-01-01', null), fee('2023-01-01', null)], START)).toEqual([
      'two fees from 2023-01-01',
    ]);
    expect(feeFaults([fee('2022-01-01', '2022-01-01'), fee('2022-01-01', null)], START)).toEqual([
      'fee from 2022-01-01 ends before it starts',
    ]);
  });

  it('REPL-7 a list without fault has exactly one fee on every day', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(lengths, fc.nat(3000), (days, offset) => {
        let from = START;
        const fees = days.map((length, index): DatedFee => {
          const until = index === days.length - 1 ? null : addDays(from, length);
          const fee = { from, until, fen: index };
          from = until ?? from;
          return fee;
        });
        expect(feeFaults(fees, START)).toEqual([]);
        const on = addDays(START, offset);
        const holding = fees.filter((fee) => fee.from <= on && (fee.until === null || on < fee.until));
        expect(holding.map((fee) => fee.fen)).toEqual([feeOn(fees, on)]);
      }),
    );
  });
});

describe('ID-10 served regions', () => {
  it.each([
    [['46'], '460100', true],
    [['46'], '410100', false],
    [['3205'], '320500', true],
    [['3205'], '320100', false],
    [['46', '3205'], '320500', true],
    [['46'], '114600', false],
    [['46'], '', false],
    [[], '460100', false],
  ] as const)('ID-10 %j and region %s: %s', (served, region, expected) => {
    expect(isServed(served, region)).toBe(expected);
  });
});
