import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldAt, fieldsBetween } from './drawn-fields.ts';

const grid = fc.record({ columns: fc.integer({ min: 1, max: 12 }), rows: fc.integer({ min: 1, max: 12 }) });
const point = fc.record({
  x: fc.double({ min: 0, max: 0.999, noNaN: true }),
  y: fc.double({ min: 0, max: 0.999, noNaN: true }),
});

describe('the drawing test', () => {
  it('lights every field a quick finger went through, each beside the one before', () => {
    fc.assert(
      fc.property(grid, point, point, (one, from, to) => {
        const fields = [...fieldsBetween(from, to, one)];
        expect(fields).toContain(fieldAt(from, one));
        expect(fields).toContain(fieldAt(to, one));
        const places = fields.map((field) => ({
          column: field % one.columns,
          row: Math.floor(field / one.columns),
        }));
        for (const [at, place] of places.entries()) {
          const before = places[at - 1];
          if (before === undefined) continue;
          expect(Math.abs(place.column - before.column)).toBeLessThanOrEqual(1);
          expect(Math.abs(place.row - before.row)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('lights nothing beside the screen', () => {
    expect(fieldAt({ x: 1, y: 0.5 }, { columns: 6, rows: 10 })).toBeNull();
    expect(fieldAt({ x: -0.01, y: 0.5 }, { columns: 6, rows: 10 })).toBeNull();
  });

  it('a row swept from side to side is that row', () => {
    const fields = fieldsBetween({ x: 0.01, y: 0.25 }, { x: 0.99, y: 0.25 }, { columns: 6, rows: 10 });
    expect([...fields]).toEqual([12, 13, 14, 15, 16, 17]);
  });
});
