import { afterEach, expect, it, vi } from 'vitest';
import { createDiskEngine } from '../disk/sqlite-engine.ts';
import { Marks } from '../marks.ts';
import { ARCHETYPES } from '../people/archetypes.ts';
import { WILLING } from '../people/manners.ts';
import { MARKS, type Mark } from '../plan.ts';
import { run } from '../run.ts';
import { REACH } from './reach.ts';

afterEach(() => vi.restoreAllMocks());

/** What is counted from the first touch to the end of one willing visit on a new kiosk. */
async function rehearse(archetype: string): Promise<readonly number[]> {
  const counted = new Map<Mark, number>();
  let visiting = false;
  vi.spyOn(Marks.prototype, 'begin').mockImplementation(() => {
    visiting = true;
  });
  vi.spyOn(Marks.prototype, 'end').mockImplementation(() => {
    visiting = false;
  });
  vi.spyOn(Marks.prototype, 'count').mockImplementation((mark) => {
    if (visiting) counted.set(mark, (counted.get(mark) ?? 0) + 1);
  });
  const session = { number: 1, pauseMs: 5_000, archetype, again: null, manner: WILLING, blows: [] };
  await run({ seed: 7, sessions: [{ ...session, calmAfter: false }] }, { engine: await createDiskEngine() });
  return MARKS.map((mark) => counted.get(mark) ?? 0);
}

/** Marks may move a little with every change; a table that is far off lets blows miss. */
const isNear = (written: number, counted: number): boolean => Math.abs(written - counted) <= 3 + counted / 4;

it.each(['activation', 'application', 'swap'])('the table of reach is true of %s', async (archetype) => {
  const counted = await rehearse(archetype);
  const written = REACH[archetype] ?? [];
  const far = written.some((one, at) => !isNear(one, counted[at] ?? 0));
  expect(far ? `write [${counted.join(', ')}]` : 'near').toBe('near');
});

it('the table of reach knows every archetype', () => {
  expect(Object.keys(REACH).toSorted()).toEqual(ARCHETYPES.map(({ name }) => name).toSorted());
});
