import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addressOf, routeOf } from './route.ts';

it('leads back to where an address was made', () => {
  const words = fc.string({ minLength: 1, unit: 'grapheme' });
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 4 }),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), words),
      (path, query) => {
        const route = routeOf(addressOf(path, query));
        expect(route.path).toEqual(path);
        expect(Object.fromEntries(route.query)).toEqual({ ...query });
      },
    ),
  );
});

it('calls an address nowhere that cannot be read', () => {
  expect(routeOf('#/kiosks/%E0%A4%A').path).toEqual(['nowhere']);
  expect(routeOf('').path).toEqual([]);
});
