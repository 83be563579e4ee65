import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { playSeeds } from './seeds-in-parallel.ts';

const WITHIN_MS = 120_000;
const jobs = Math.min(2, availableParallelism());

describe('a short simulation, as `npm run simulate` plays it', () => {
  it(
    'INV-1…INV-8 hold through power cuts, lost answers and everything else, and a seed gives one trace',
    async () => {
      const reports = await playSeeds({ seeds: [1, 2, 3, 4], sessions: 100, jobs });
      expect(reports.map(({ seed, violation }) => [seed, violation?.what ?? 'holds'])).toEqual(
        [1, 2, 3, 4].map((seed) => [seed, 'holds']),
      );
      const [again] = await playSeeds({ seeds: [2], sessions: 100, jobs: 1 });
      const [, first] = reports;
      expect(again?.traceHash).toBe(first?.traceHash);
      expect(first?.powerCuts).toBeGreaterThan(5);
      expect(first?.transactions).toBeGreaterThan(10);
      expect(first?.faults).toBeGreaterThan(10);
    },
    WITHIN_MS,
  );

  it.each(['synchronous-normal', 'refund-forgotten'])(
    'INV-1 INV-4 it finds the software that was broken on purpose: %s',
    async (mutant) => {
      const reports = await playSeeds({
        seeds: [1, 2, 3],
        sessions: 200,
        severity: 'cards',
        jobs: 1,
        mutant,
        stop: true,
      });
      expect(reports.at(-1)?.violation).not.toBeNull();
    },
    WITHIN_MS,
  );
});
