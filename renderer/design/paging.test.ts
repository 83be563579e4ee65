import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packPages } from './paging.ts';

describe('pages instead of scrolling', () => {
  it('loses, doubles and reorders nothing, and fills no page beyond its room', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 })),
        fc.integer({ min: 1, max: 12 }),
        (items, room) => {
          const pages = packPages(items, (item) => item, room);
          expect(pages.flat()).toEqual(items);
          for (const page of pages) {
            expect(page.length).toBeGreaterThan(0);
            if (page.length > 1) expect(page.reduce((sum, item) => sum + item, 0)).toBeLessThanOrEqual(room);
          }
        },
      ),
    );
  });

  it('has no page for an empty list', () => {
    expect(packPages([], () => 1, 5)).toEqual([]);
  });
});
