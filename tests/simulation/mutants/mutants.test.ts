import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MUTANTS } from './mutants.ts';

describe('the breaks the simulation must find', () => {
  it('are twenty at least, each with a name of its own', () => {
    expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
    expect(MUTANTS.length).toBeGreaterThanOrEqual(20);
  });

  it.each(MUTANTS.map((mutant) => [mutant.name, mutant] as const))(
    '%s breaks a text that its file holds once',
    (_, { file, edits }) => {
      const source = readFileSync(file, 'utf8');
      for (const { from, to } of edits) {
        expect(source.split(from)).toHaveLength(2);
        expect(to).not.toBe(from);
      }
    },
  );
});
