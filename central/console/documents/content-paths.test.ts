import fc from 'fast-check';
import { expect, it } from 'vitest';
import { valueAt, withValueAt } from './content-paths.ts';

const pack = { id: 'one', services: [{ service: 'loss', enabled: true }], face: { tries: 3 } };

it('puts a value where the path leads and leaves the rest, its order and the original alone', () => {
  const changed = withValueAt(pack, 'services.0.enabled', false);
  expect(JSON.stringify(changed)).toBe(
    '{"id":"one","services":[{"service":"loss","enabled":false}],"face":{"tries":3}}',
  );
  expect(pack.services[0]?.enabled).toBe(true);
  expect(valueAt(changed, 'services.0.enabled')).toBe(false);
});

it('takes a field away that is given nothing', () => {
  expect(withValueAt({ stockLow: 9, deviceDownMs: 1 }, 'stockLow', undefined)).toEqual({ deviceDownMs: 1 });
});

it('finds nothing where a path leads nowhere, whatever the document is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (document) => {
      expect(valueAt(document, 'no such.place.0')).toBeUndefined();
    }),
  );
});

it('reads back what it put, whatever the document was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.integer(), (document, value) => {
      fc.pre(!Array.isArray(document));
      expect(valueAt(withValueAt(document, 'a.b', value), 'a.b')).toBe(
        Array.isArray(valueAt(document, 'a')) ? undefined : value,
      );
    }),
  );
});
