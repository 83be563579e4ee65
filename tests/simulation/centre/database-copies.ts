import SqliteConnection, { type Database } from 'better-sqlite3';
import { queriesOver } from '../../../central/database/dialect.ts';
import { migrate } from '../../../central/database/migrations.ts';
import { COUNTERS } from './books.ts';

let empty: Promise<Buffer> | null = null;

/** A database with its tables and nothing in them, made once. */
export function emptyBooks(): Promise<Buffer> {
  empty ??= makeEmpty();
  return empty;
}

async function makeEmpty(): Promise<Buffer> {
  const connection = new SqliteConnection(':memory:');
  const queries = queriesOver(connection);
  await migrate(queries);
  connection.exec(COUNTERS);
  const books = connection.serialize();
  await queries.destroy();
  return books;
}

/** The acquirer's own books and how much money moved: a restored backup of the centre does not change them. */
const OUTSIDE = ['acquirer_movement', 'acquirer_order', 'counted_money'] as const;

/** What is not the centre's, as it is now, into its database as it was. */
export function takeOverOutsideWorld(now: Database, restored: Database): void {
  restored.transaction(() => {
    for (const table of OUTSIDE) restored.exec(`delete from ${table}`);
    for (const table of ['acquirer_order', 'acquirer_movement'] as const) copy(now, restored, table);
    // The copied movements were counted again.
    restored.exec('delete from counted_money');
    copy(now, restored, 'counted_money');
  })();
}

function copy(from: Database, to: Database, table: (typeof OUTSIDE)[number]): void {
  const rows = from.prepare<[], object>(`select * from ${table} order by rowid`).all();
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const values = columns.map((one) => `:${one}`).join(', ');
  const insert = to.prepare(`insert into ${table} (${columns.join(', ')}) values (${values})`);
  for (const row of rows) insert.run(row);
}
