import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBenchDatabase } from '../bench-database.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { migrate } from '../database/migrations.ts';
import type { Queries } from '../database/tables.ts';
import { checkActChain } from './act-chain.ts';
import { recordAct } from './operator-acts.ts';

const clock = { now: () => Date.parse('2026-11-22T04:00:00.000Z') };
let queries: Queries;
beforeEach(async () => {
  queries = await openBenchDatabase();
  await migrate(queries);
});
afterEach(() => queries.destroy());

const act = (detail: Record<string, string | number>) =>
  inTransaction(queries, (q) =>
    recordAct(q, clock, { operatorId: 'O-0001', act: 'tried', subject: null, detail }),
  );

describe('the chain of acts', () => {
  it('has every act once, in one row, however many come at once', async () => {
    await Promise.all(Array.from({ length: 25 }, (_, number) => act({ number })));
    expect(await checkActChain(queries)).toEqual({ acts: 25, brokenAt: null });
    const rows = await queries.selectFrom('operator_act').select('detail').execute();
    expect(new Set(rows.map(({ detail }) => detail)).size).toBe(25);
  });

  it.each([
    [
      'changed',
      () => queries.updateTable('operator_act').set({ detail: '{"number":7}' }).where('sequence', '=', 3),
    ],
    [
      'given to somebody else',
      () => queries.updateTable('operator_act').set({ operator_id: 'O-0002' }).where('sequence', '=', 3),
    ],
    ['taken out', () => queries.deleteFrom('operator_act').where('sequence', '=', 3)],
    [
      'dated back',
      () =>
        queries.updateTable('operator_act').set({ at: '2026-11-21T04:00:00.000Z' }).where('sequence', '=', 3),
    ],
  ])('shows a line that was %s', async (how, tamper) => {
    for (let number = 1; number <= 5; number += 1) await act({ number });
    await tamper().execute();
    expect(await checkActChain(queries)).toMatchObject({ brokenAt: how === 'taken out' ? 4 : 3 });
  });
});
