import { expect, it } from 'vitest';
import { EVALUATED_AT, errorTable } from './error-table.ts';

it('counts people, pairs, false acceptances and false refusals', () => {
  const table = errorTable([
    { person: 'a', descriptor: [0] },
    { person: 'a', descriptor: [0.5] },
    { person: 'b', descriptor: [0.47] },
    { person: 'c', descriptor: null },
  ]);
  expect(table).toMatchObject({ people: 3, same: 1, different: 2, undetected: 1 });
  expect(table.thresholds.map((row) => row.at)).toEqual([...EVALUATED_AT]);
  expect(table.thresholds.find((row) => row.at === 0.48)).toEqual({ at: 0.48, far: 1, frr: 1 });
  expect(table.thresholds.find((row) => row.at === 0.5)).toEqual({ at: 0.5, far: 1, frr: 0 });
  expect(table.thresholds.find((row) => row.at === 0.4)).toEqual({ at: 0.4, far: 0.5, frr: 1 });
});

it('has no rate where there is no pair', () => {
  expect(errorTable([]).thresholds[0]).toEqual({ at: 0.4, far: null, frr: null });
});
