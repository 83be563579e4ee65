import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { benchDatabase } from '../../central/bench-database.ts';
import { application } from '../../central/bench-operations.ts';
import { type CentralBench, centralBench } from '../../central/central-bench.ts';
import type { Change, ChangeSignal } from '../../central/changes/change-signal.ts';
import { inTransaction } from '../../central/database/in-transaction.ts';
import { type OpenedDatabase, openWherever } from '../../central/database/open-wherever.ts';

/** Two services of one name stand on the same database, as two processes would. */
const NAME = `side-by-side-${randomBytes(6).toString('hex')}`;
let one: CentralBench;
let other: CentralBench;
beforeAll(async () => {
  one = await centralBench({ databasePath: NAME });
  other = await centralBench({ databasePath: NAME });
});
afterAll(async () => {
  await one.central.close();
  await other.central.close();
});

describe('two central processes on one PostgreSQL', () => {
  it('know each other’s kiosks: a token of one opens the other', async () => {
    const seen = await other.send('GET', '/v1/operations/never-received', undefined, one.first.token);
    expect([seen.status, seen.body]).toEqual([200, { state: 'never-received' }]);
  });

  it('INV-4 carry one operation out once, however it arrives at both at the same time', async () => {
    const body = application(one.resident('apply-plain-1'));
    const path = `/v1/operations/${randomUUID()}`;
    const { token } = one.first;
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? one : other).send('PUT', path, body, token)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(answers[0]?.body).toMatchObject({ state: 'done' });
    const residents = (await one.central.dev?.residents())?.residents ?? [];
    expect(residents.find(({ id }) => id === 'apply-plain-1')?.cards).toHaveLength(1);
  });

  it('INV-2 two keys for one person at two processes: one application, one refusal', async () => {
    const body = application(one.resident('apply-plain-2'));
    const { token } = one.first;
    const answers = await Promise.all(
      [one, other].map((bench) => bench.send('PUT', `/v1/operations/${randomUUID()}`, body, token)),
    );
    expect(answers.map((answer) => answer.body.state).sort()).toEqual(['done', 'refused']);
  });
});

describe('transactions', () => {
  let database: OpenedDatabase;
  beforeAll(async () => {
    database = await openWherever(await benchDatabase(NAME), () => undefined);
  });
  afterAll(() => database.close());

  it('INV-4 lose no count to each other: everybody who was overtaken begins anew', async () => {
    const { queries } = database;
    await queries.insertInto('kiosk_tag').values({ kiosk_id: 'count', tag: '0' }).execute();
    const upByOne = () =>
      inTransaction(queries, async (q) => {
        const { tag } = await q
          .selectFrom('kiosk_tag')
          .select('tag')
          .where('kiosk_id', '=', 'count')
          .executeTakeFirstOrThrow();
        await q
          .updateTable('kiosk_tag')
          .set({ tag: String(Number(tag) + 1) })
          .where('kiosk_id', '=', 'count')
          .execute();
      });
    await Promise.all(Array.from({ length: 12 }, upByOne));
    const { tag } = await queries
      .selectFrom('kiosk_tag')
      .select('tag')
      .where('kiosk_id', '=', 'count')
      .executeTakeFirstOrThrow();
    expect(tag).toBe('12');
  });
});

describe('changes', () => {
  const heardBy = (changes: ChangeSignal) =>
    new Promise<Change>((resolve) => {
      const stop = changes.subscribe((change) => {
        stop();
        resolve(change);
      });
    });

  it('announced at one process are heard at every other', async () => {
    const place = await benchDatabase(NAME);
    const here = await openWherever(place, () => undefined);
    const there = await openWherever(place, () => undefined);
    const heard = heardBy(there.changes);
    await here.changes.announce({ about: 'kiosks', kioskIds: ['kiosk-1'] });
    expect(await heard).toEqual({ about: 'kiosks', kioskIds: ['kiosk-1'] });
    const all = heardBy(there.changes);
    await here.changes.announce({
      about: 'kiosks',
      kioskIds: Array.from({ length: 5_000 }, (_, at) => `kiosk-${at}`),
    });
    // More than a notification holds: everybody looks.
    expect(await all).toEqual({ about: 'every-kiosk' });
    await here.close();
    await there.close();
  });

  it('are listened to again after the connection broke, and everybody looks then', async () => {
    const place = await benchDatabase(NAME);
    const lost = Promise.withResolvers<Error>();
    const there = await openWherever(place, lost.resolve);
    const here = await openWherever(place, () => undefined);
    const heard = heardBy(there.changes);
    const { sql } = await import('kysely');
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'yikatong-central changes' and datname = current_database()`.execute(
      here.queries,
    );
    await lost.promise;
    expect(await heard).toEqual({ about: 'every-kiosk' });
    await here.close();
    await there.close();
  });
});
