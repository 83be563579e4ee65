import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database, Disk, Row } from '../../../main/core/store/disk.ts';
import type { Store } from '../../../main/core/store/open-store.ts';
import { systemDisk } from '../../../main/core/store/system-disk.ts';
import type { IdempotencyKey, TransactionId } from '../../../src/brand.ts';
import { type Call, recorded, replayed } from './recorded-disk.ts';
import { createDiskEngine, type SqliteEngine } from './sqlite-engine.ts';
import { accept, answered, storeOn } from './storekeeping.ts';

let engine: SqliteEngine;
let folder: string;
beforeAll(async () => {
  engine = await createDiskEngine();
  folder = mkdtempSync(join(tmpdir(), 'yikatong-same-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const newMount = (): Disk => engine.newDisk({ now: () => 1_767_571_200_000 }).mount();

/** What a kiosk's store is asked in its life, with every table touched. */
function workWith(store: Store): void {
  for (let number = 0; number < 12; number += 1) accept(store, number);
  expect(() => accept(store, 3)).toThrow();
  for (const number of [1, 4, 5]) answered(store, number);
  for (const item of store.outbox.sendable(Number.MAX_SAFE_INTEGER, 5)) {
    store.outbox.operation(item.key);
    store.outbox.postpone(item.key, { state: 'in-progress', attempts: 2, nextAt: item.nextAt + 60_000 });
  }
  store.transaction(() => {
    store.deadLetters.moveFromOutbox('k-0' as IdempotencyKey, 'duplicate', true, 5);
    store.deadLetters.moveFromOutbox('k-2' as IdempotencyKey, 'not-taken-in', false, 6);
  });
  store.outbox.nextDueAfter(0);
  store.outbox.resetBackOff(7);
  store.outbox.figures();
  store.custody.commission(40);
  const card = store.custody.takeBlank('t-6' as TransactionId, 'taken');
  store.custody.move(card, 'chip-station', 'moved');
  store.custody.move(card, 'gate', '移动到出卡口 🎫');
  store.custody.acceptOwnCard('swap');
  store.identity.load();
  store.settings.set('kiosk-name', '海口市美兰区第一台');
  store.settings.set('restart-asked-for', 'x'.repeat(5_000));
  store.settings.remove('restart-asked-for');
  store.audit.acknowledged(3);
  store.audit.has('session-started', 't-1');
  store.journal.openTransactions();
  store.deadLetters.all();
  store.backUp();
}

/** Every row of every table, by the table's name. */
function contentOf(database: Database): Record<string, Row[]> {
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all({});
  return Object.fromEntries(
    tables.map(({ name }) => [String(name), database.prepare(`SELECT * FROM "${name}"`).all({})]),
  );
}

const plain = (calls: readonly Call[], home: string): Call[] =>
  calls.map((call) => ({ ...call, path: call.path.replace(home, '') }));

describe('the same statements on better-sqlite3 and on the simulated disk', () => {
  it.each(['system', 'simulated'] as const)('recorded on the %s disk, replayed on the other', (first) => {
    const home = join(folder, first);
    const away = join(folder, `${first}-replayed`);
    const disks = first === 'system' ? [systemDisk, newMount()] : [newMount(), systemDisk];
    const [here, there] = disks as [Disk, Disk];
    const calls: Call[] = [];
    const disk = recorded(here, calls);
    for (let start = 0; start < 2; start += 1) {
      const store = storeOn(disk, home);
      if (start === 0) workWith(store);
      else accept(store, 100);
      store.close();
    }
    expect(calls.length).toBeGreaterThan(200);

    there.makeFolder(away);
    there.write(join(away, 'store.key.new'), Buffer.from('a key'));
    const answers = replayed(calls, there, (text) => text.replace(home, away));
    expect(plain(answers, away).map(({ how, sql, answer }) => ({ how, sql, answer }))).toEqual(
      plain(calls, home).map(({ how, sql, answer }) => ({ how, sql, answer })),
    );
    for (const name of ['store.db', 'store.backup.db']) {
      const ours = contentOf(here.openDatabase(join(home, name), 0));
      const theirs = contentOf(there.openDatabase(join(away, name), 0));
      expect(Object.keys(ours).length).toBeGreaterThan(8);
      expect(theirs).toEqual(ours);
    }
  });

  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.double(),
    fc.integer(),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
    fc.constant(null),
  );

  it('hand every value out as the other does', () => {
    const system = systemDisk.openDatabase(join(folder, 'values.db'), 0);
    const simulated = newMount().openDatabase('/values.db', 0);
    const databases = [system, simulated];
    for (const database of databases) {
      database.script('PRAGMA synchronous = OFF; CREATE TABLE held (a, b INTEGER, c TEXT, d REAL, e BLOB)');
    }
    const insert = databases.map((database) =>
      database.prepare('INSERT INTO held VALUES (:a, :a, :a, :a, :b)'),
    );
    const select = databases.map((database) =>
      database.prepare(
        'SELECT *, typeof(a) AS ta, typeof(b) AS tb, typeof(c) AS tc, typeof(d) AS td, quote(a) AS q, :b AS back FROM held',
      ),
    );
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(insert.map((statement) => statement.run({ a, b }))).toEqual([1, 1]);
        const [ours, theirs] = select.map((statement) => statement.all({ b }));
        expect(theirs).toEqual(ours);
        for (const database of databases) database.script('DELETE FROM held');
      }),
      { numRuns: 150 },
    );
    for (const long of ['长'.repeat(100_000), Buffer.alloc(300_000, 7)]) {
      for (const statement of insert) statement.run({ a: long, b: long });
      const [ours, theirs] = select.map((statement) => statement.get({ b: long }));
      expect(JSON.stringify(theirs) === JSON.stringify(ours)).toBe(true);
      for (const database of databases) database.script('DELETE FROM held');
    }
  });

  it('refuse the same mistakes in the same words', () => {
    const system = systemDisk.openDatabase(join(folder, 'mistakes.db'), 0);
    const simulated = newMount().openDatabase('/mistakes.db', 0);
    const mistakes: ((database: Database) => unknown)[] = [
      (database) => database.prepare('SELEC 1'),
      (database) => database.prepare(' -- nothing'),
      (database) => database.prepare('SELECT 1; SELECT 2'),
      (database) => database.prepare('SELECT :a AS a').get({}),
      (database) => database.prepare('SELECT :a AS a, :b AS b').get({ a: 1, b: undefined as never }),
      (database) => database.prepare('SELECT :a AS a').get({ a: true as never }),
      (database) => database.prepare('SELECT :a AS a').get({ a: 2n ** 70n }),
      (database) => database.prepare('SELECT :a AS a').get({ a: 1, surplus: 2 }),
      (database) => database.script('CREATE TABLE one (id INTEGER PRIMARY KEY, name TEXT UNIQUE) STRICT'),
      (database) => database.prepare('DELETE FROM one').get({}),
      (database) => database.prepare("INSERT INTO one VALUES (1, 'a'), (2, 'b')").run({}),
      (database) => database.prepare("INSERT INTO one VALUES (3, 'a')").run({}),
      (database) => database.prepare("INSERT INTO one VALUES ('x', 'c')").run({}),
      (database) => database.prepare("INSERT INTO one VALUES (2, 'd')").run({}),
      (database) => database.script("INSERT INTO one VALUES (4, 'd'); INSERT INTO nothing VALUES (1)"),
      (database) => database.prepare('UPDATE one SET name = name').run({}),
      (database) => database.prepare('SELECT 1 WHERE 0').run({}),
      (database) => database.prepare('COMMIT').run({}),
      (database) => database.prepare("VACUUM INTO ''").run({}),
      (database) => database.close(),
      (database) => database.close(),
      (database) => database.prepare('SELECT 1'),
    ];
    const said = (database: Database, mistake: (database: Database) => unknown): unknown => {
      try {
        const answer = mistake(database);
        return answer !== null && typeof answer === 'object' && 'run' in answer ? 'prepared' : answer;
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        return { message: error.message, code: 'code' in error ? error.code : error.constructor.name };
      }
    };
    for (const mistake of mistakes) {
      expect(said(simulated, mistake), String(mistake)).toEqual(said(system, mistake));
    }
  });
});
