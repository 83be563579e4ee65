import { afterAll, describe, expect, it } from 'vitest';
import { cellsOf, MatrixRun, sentenceOf, someOf } from './matrix.ts';
import { LOOKING } from './visits.ts';

/** Of each service and device; `npm run matrix` runs every cell. */
const CELLS = 3;

const run = new MatrixRun();
afterAll(() => run.close());

for (const visit of LOOKING) {
  const groups = await cellsOf(visit);
  describe(`${visit.name}: INV-1…5 and INV-8 hold, and every end is named and true`, () => {
    it.each([...groups.keys()])('× %s × a step where it can strike', async (group) => {
      const failures = await run.run(someOf(groups.get(group) ?? [], CELLS));
      expect(failures.map(sentenceOf)).toEqual([]);
    });
  });
}
