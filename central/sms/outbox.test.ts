import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBenchDatabase } from '../bench-database.ts';
import { changesInProcess } from '../changes/change-signal.ts';
import { migrate } from '../database/migrations.ts';
import type { Queries } from '../database/tables.ts';
import type { SmsGateway } from './gateway.ts';
import { smsOutbox } from './outbox.ts';

let queries: Queries;
beforeEach(async () => {
  queries = await openBenchDatabase();
  await migrate(queries);
  for (const nth of [1, 2, 3]) {
    await queries
      .insertInto('text_message')
      .values({
        message_id: `message-${nth}`,
        mobile: '19900000001',
        text: `text ${nth}`,
        queued_at: `2026-11-22T04:00:0${nth}.000Z`,
        sent_at: null,
      })
      .execute();
  }
});
afterEach(() => queries.destroy());

const outboxWith = (gateway: SmsGateway | null) =>
  smsOutbox(
    {
      queries,
      clock: { now: () => Date.parse('2026-11-22T04:00:09.000Z') },
      entropy: { bytes: (length) => new Uint8Array(length) },
      digest: () => '',
      changes: changesInProcess(),
    },
    gateway,
  );

describe('messages to residents', () => {
  it('REPL-8 leave oldest first and once, also when two ask at the same time', async () => {
    const taken: string[] = [];
    const outbox = outboxWith({
      send: async (_mobile, text) => {
        await Promise.resolve();
        taken.push(text);
      },
    });
    expect(await Promise.all([outbox.send(), outbox.send()])).toEqual([true, true]);
    expect(taken).toEqual(['text 1', 'text 2', 'text 3']);
  });

  it('REPL-8 what the gateway did not take stays queued and goes later', async () => {
    const taken: string[] = [];
    let works = false;
    const outbox = outboxWith({
      send: (_mobile, text) => {
        if (!works && text === 'text 2') return Promise.reject(new Error('gateway down'));
        taken.push(text);
        return Promise.resolve();
      },
    });
    expect(await outbox.send()).toBe(false);
    works = true;
    expect(await outbox.send()).toBe(true);
    expect(taken).toEqual(['text 1', 'text 2', 'text 3']);
  });

  it('wait where there is no gateway', async () => {
    expect(await outboxWith(null).send()).toBe(true);
    const waiting = await queries
      .selectFrom('text_message')
      .selectAll()
      .where('sent_at', 'is', null)
      .execute();
    expect(waiting).toHaveLength(3);
  });
});
