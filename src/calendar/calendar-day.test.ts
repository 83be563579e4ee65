import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addWorkingDays,
  addYears,
  ageOn,
  day,
  dayInShanghai,
  parseDay,
} from './calendar-day.ts';

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));
const weekday = (text: string): number => new Date(`${text}T00:00:00Z`).getUTCDay();

describe('calendar days', () => {
  it.each([
    ['2024-02-29', '2024-02-29'],
    ['20240229', '2024-02-29'],
    ['2023-02-29', null],
    ['2024-13-01', null],
    ['2024-00-10', null],
    ['2024-04-31', null],
    ['', null],
    ['长期', null],
    ['2024-2-9', null],
    [' 20240229', null],
    ['2024-02-29T00:00', null],
  ])('%j is read as %s', (text, expected) => {
    expect(parseDay(text)).toBe(expected);
  });

  it('a day written in the program must exist', () => {
    expect(() => day('2023-02-29')).toThrow('2023-02-29');
  });

  it('answers any text and gives back every day it wrote', () => {
    fc.assert(
      fc.property(days, (value) => {
        expect(parseDay(value)).toBe(value);
        expect(parseDay(value.replaceAll('-', ''))).toBe(value);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseDay(text);
        expect(parsed === null || /^\d{4}-\d{2}-\d{2}$/.test(parsed)).toBe(true);
      }),
    );
  });

  it.each([
    ['2026-02-28T15:59:59.999Z', '2026-02-28'],
    ['2026-02-28T16:00:00.000Z', '2026-03-01'],
    ['1969-12-31T15:59:59.999Z', '1969-12-31'],
  ])('ID-2 the day turns at midnight in Shanghai: %s is %s', (instant, expected) => {
    expect(dayInShanghai(Date.parse(instant))).toBe(expected);
  });

  it('sorts as text the way it sorts in time', () => {
    fc.assert(
      fc.property(days, days, (left, right) => {
        expect(left < right).toBe(Date.parse(left) < Date.parse(right));
      }),
    );
  });
});

describe('counting', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-12-31', 1, '2024-01-01'],
    ['2024-01-01', -1, '2023-12-31'],
    ['2026-01-05', 180, '2026-07-04'],
  ])('APPLY-6 %s and %i days is %s', (from, count, expected) => {
    expect(addDays(day(from), count)).toBe(expected);
  });

  it.each([
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2016-03-01', 10, '2026-03-01'],
  ])('%s and %i years is %s', (from, years, expected) => {
    expect(addYears(day(from), years)).toBe(expected);
  });

  it.each([
    ['2026-11-22', 12, '2027-11-22'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-15', 0, '2026-01-15'],
  ])('CERT-1 %s and %i months is %s', (from, months, expected) => {
    expect(addMonths(day(from), months)).toBe(expected);
  });

  it.each([
    ['2026-03-06', 1, '2026-03-09'],
    ['2026-03-07', 1, '2026-03-09'],
    ['2026-03-02', 5, '2026-03-09'],
    ['2026-03-02', 30, '2026-04-13'],
    ['2026-03-02', 0, '2026-03-02'],
  ])('APPLY-6 %s and %i working days is %s', (from, count, expected) => {
    expect(addWorkingDays(day(from), count)).toBe(expected);
  });

  it('APPLY-6 ends on a weekday with exactly that many weekdays passed', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const end = addWorkingDays(from, count);
        let weekdays = 0;
        for (let at = addDays(from, 1); at <= end; at = addDays(at, 1)) {
          if (weekday(at) % 6 !== 0) weekdays += 1;
        }
        expect(weekdays).toBe(count);
        expect(weekday(end) % 6).not.toBe(0);
      }),
    );
  });
});

describe('ID-2 age', () => {
  it.each([
    ['2010-03-01', '2026-02-28', 15],
    ['2010-03-01', '2026-03-01', 16],
    ['2008-02-29', '2024-02-28', 15],
    ['2008-02-29', '2024-02-29', 16],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2026-03-01', '2026-03-01', 0],
  ])('ID-2 born %s is on %s %i years old', (birth, on, age) => {
    expect(ageOn(day(birth), day(on))).toBe(age);
  });

  it('ID-2 grows by one a year and never falls', () => {
    fc.assert(
      fc.property(days, days, (birth, on) => {
        const growth = ageOn(birth, addDays(on, 1)) - ageOn(birth, on);
        expect([0, 1]).toContain(growth);
      }),
    );
  });
});
