import { expect, it } from 'vitest';
import { crashRun } from '../../scripts/crash/run.ts';

/** What fits beside the other tests; the long run is `npm run crash -- --kills 1000`. */
const KILLS = 12;
const SEED = 20_260_101;

it('INV-1…INV-5 INV-8 twelve kills of the real core: nothing lost, nothing doubled, nothing unbalanced', async () => {
  const stories: string[] = [];
  const report = await crashRun({ kills: KILLS, seed: SEED, kiosks: 1, say: (text) => stories.push(text) });
  const { kills, lost, doubled, unbalanced } = report;
  expect({ lost, doubled, unbalanced }, stories.join('\n')).toEqual({ lost: 0, doubled: 0, unbalanced: 0 });
  expect(kills).toBeGreaterThanOrEqual(KILLS);
});
