import fc from 'fast-check';
import { expect, it } from 'vitest';
import { subjectOf } from './live-changes.ts';

it('hears what changed', () => expect(subjectOf('{"what":"rollouts"}')).toBe('rollouts'));

it('looks at everything again where an event cannot be read', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (data) => {
      expect(['fleet', 'releases', 'rollouts', 'work', 'access', 'everything']).toContain(subjectOf(data));
    }),
  );
  expect(subjectOf('{"what":"weather"}')).toBe('everything');
  expect(subjectOf('{')).toBe('everything');
});
