import { expect, it } from 'vitest';
import { calendarDay } from '../../../src/contracts/fields.ts';
import { forecastPoints } from './forecast-points.ts';

const today = calendarDay.parse('2026-12-30');

it('draws what is left down to nothing, over the turn of the year', () => {
  const points = forecastPoints({ what: 'blanks', left: 25, perDay: 10, day: '2027-01-01' }, today);
  expect(points.slice(0, 4)).toEqual([
    { day: '12-30', left: 25 },
    { day: '12-31', left: 15 },
    { day: '01-01', left: 5 },
    { day: '01-02', left: 0 },
  ]);
  expect(points).toHaveLength(15);
});

it('draws nothing where too little is known', () => {
  expect(forecastPoints({ what: 'paper', left: null, perDay: 3, day: null }, today)).toEqual([]);
  expect(forecastPoints({ what: 'paper', left: 3, perDay: null, day: null }, today)).toEqual([]);
});
