import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { centralBench } from '../central-bench.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'central-strict-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('the file of SQLite', () => {
  it('has STRICT tables throughout', async () => {
    const databasePath = join(directory, 'strict.sqlite');
    {
      await using _bench = await centralBench({ databasePath });
    }
    const connection = new SqliteConnection(databasePath, { readonly: true });
    const loose = connection
      .prepare(
        "SELECT name FROM pragma_table_list WHERE strict = 0 AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .all();
    connection.close();
    // Kysely keeps its own list of migrations in two tables of its own making.
    expect(loose).toEqual([{ name: 'kysely_migration' }, { name: 'kysely_migration_lock' }]);
  });
});
