import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBenchDatabase } from '../bench-database.ts';
import { inOneCommit } from './in-one-commit.ts';
import { migrate } from './migrations.ts';
import type { Queries } from './tables.ts';

let queries: Queries;
beforeEach(async () => {
  queries = await openBenchDatabase();
  await migrate(queries);
});
afterEach(() => queries.destroy());

const GATHERED_MS = 5;
const tags = () =>
  queries
    .selectFrom('kiosk_tag')
    .select('tag')
    .orderBy('tag')
    .execute()
    .then((rows) => rows.map(({ tag }) => tag));

describe('one commit for many', () => {
  it('INV-4 answers each after its commit, and keeps what the others asked where one of them fails', async () => {
    let rounds = 0;
    const keep = inOneCommit(queries, GATHERED_MS, async (q, items: readonly string[]) => {
      rounds += 1;
      for (const tag of items) {
        await q.insertInto('kiosk_tag').values({ kiosk_id: 'kiosk-1', tag }).execute();
        if (tag === 'poison') throw new Error('this one');
      }
      return items.map((tag) => `kept ${tag}`);
    });
    const answers = await Promise.allSettled(['a', 'poison', 'b'].map(keep));
    expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : 'refused'))).toEqual([
      'kept a',
      'refused',
      'kept b',
    ]);
    expect(await tags()).toEqual(['a', 'b']);
    // Once together, then each one by itself.
    expect(rounds).toBe(4);
  });

  it('INV-4 writes once for all who come within the moment, and in the order they came', async () => {
    const seen: (readonly string[])[] = [];
    const keep = inOneCommit(queries, GATHERED_MS, async (_q, items: readonly string[]) => {
      seen.push(items);
      return items;
    });
    await Promise.all(['a', 'b', 'c'].map(keep));
    expect(seen).toEqual([['a', 'b', 'c']]);
  });
});
