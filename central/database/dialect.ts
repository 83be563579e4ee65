import SqliteConnection, { type Database } from 'better-sqlite3';
import { type CreateTableBuilder, Kysely, SqliteDialect, sql } from 'kysely';
import { preparedOnce } from './prepared-statements.ts';
import type { Queries, Tables } from './tables.ts';

/** Milliseconds to wait for another process that holds the write lock (a code being minted, a backup). */
const BUSY_TIMEOUT_MS = 5000;

/**
 * The one place that knows which database it is. `path` is a file or `:memory:`. A commit that was answered must
 * survive a power cut (INV-4): WAL with `synchronous=FULL`.
 */
export function openDatabase(path: string): Queries {
  const connection = new SqliteConnection(path, { timeout: BUSY_TIMEOUT_MS });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  return queriesOver(connection);
}

/** Questions in the builder's words over an open connection, which is closed with them. */
export function queriesOver(connection: Database): Queries {
  connection.pragma('foreign_keys = ON');
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: preparedOnce(connection) }) });
}

/** SQLite keeps column types only in STRICT tables; other databases always do. */
export function strict<T extends string, C extends string>(
  table: CreateTableBuilder<T, C>,
): CreateTableBuilder<T, C> {
  return table.modifyEnd(sql`strict`);
}
