import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, weekdayOf } from '../calendar/calendar-day.ts';
import { forecastOf, type UsedOnDay } from './forecast.ts';

/** A Sunday. */
const TODAY = day('2026-11-22');
const fortnight = (used: (weekday: number) => number): UsedOnDay[] =>
  Array.from({ length: 14 }, (_, ago) => {
    const one = addDays(TODAY, -1 - ago);
    return { day: one, used: used(weekdayOf(one)) };
  });

const uses = fc
  .uniqueArray(fc.integer({ min: 1, max: 14 }), { maxLength: 14 })
  .chain((agos) =>
    fc
      .array(fc.integer({ min: 0, max: 60 }), { minLength: agos.length, maxLength: agos.length })
      .map((used) => agos.map((ago, at) => ({ day: addDays(TODAY, -ago), used: used[at] ?? 0 }))),
  );

describe('when a stock is used up', () => {
  it('knows weekends from working days', () => {
    const busyOnWeekdays = fortnight((weekday) => (weekday === 0 || weekday === 6 ? 0 : 10));
    // Sunday none, Monday to Wednesday ten each: on Thursday there is not enough.
    expect(forecastOf(30, busyOnWeekdays, TODAY)?.day).toBe(day('2026-11-26'));
    expect(forecastOf(50, busyOnWeekdays, TODAY)?.day).toBe(day('2026-11-30'));
  });

  it('says nothing of a kiosk known for less than a week', () => {
    expect(forecastOf(5, fortnight(() => 10).slice(0, 6), TODAY)).toBeNull();
    expect(forecastOf(5, fortnight(() => 10).slice(0, 7), TODAY)?.day).toBe(TODAY);
  });

  it('ends never where nothing is used, and is over where nothing is left', () => {
    const nothing = fortnight(() => 0);
    expect(forecastOf(1, nothing, TODAY)).toEqual({ perDay: 0, day: null });
    expect(forecastOf(0, nothing, TODAY)?.day).toBe(TODAY);
  });

  it('looks at no day before the fortnight and not at today, which is not over', () => {
    const old = fortnight(() => 90).map((one) => ({ ...one, day: addDays(one.day, -14) }));
    const today = { day: TODAY, used: 1_000 };
    expect(forecastOf(30, [...old, today, ...fortnight(() => 1)], TODAY)?.perDay).toBe(1);
  });

  it('comes no earlier with more left, and no later with more used', () => {
    fc.assert(
      fc.property(uses, fc.nat(500), fc.nat(200), (days, left, more) => {
        const one = forecastOf(left, days, TODAY);
        const richer = forecastOf(left + more, days, TODAY);
        const busier = forecastOf(
          left,
          days.map((on) => ({ ...on, used: on.used + 1 })),
          TODAY,
        );
        expect(one === null).toBe(days.length < 7);
        const last = '9999-12-31';
        expect((richer?.day ?? last) >= (one?.day ?? last)).toBe(true);
        expect((busier?.day ?? last) <= (one?.day ?? last)).toBe(true);
        expect((one?.day ?? last) >= TODAY).toBe(true);
      }),
    );
  });

  it('is the day on which the sum of the days before it passes what is left', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer({ min: 1, max: 20 }), (left, perDay) => {
        const said = forecastOf(
          left,
          fortnight(() => perDay),
          TODAY,
        );
        expect(said?.day).toBe(
          left === 0 ? TODAY : left / perDay > 366 ? null : addDays(TODAY, Math.floor(left / perDay)),
        );
      }),
    );
  });
});
