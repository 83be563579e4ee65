import type { Database, Statement } from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

/** More different statements than the service has; lists of different lengths make some more. */
const MOST = 500;
/** Anything else changes the schema: statements prepared before it are forgotten. */
const LEAVES_SCHEMA = /^\s*(select|insert|update|delete|with|begin|commit|rollback|savepoint|release)\b/i;

/**
 * The connection as the query builder wants it, except that a statement is prepared once and kept: preparing costs
 * more than most of them take to run. Rows are always read to the end, so one statement can be used again at once.
 */
export function preparedOnce(connection: Database): SqliteDatabase {
  const kept = new Map<string, Statement>();
  return {
    prepare: (sql) => {
      const before = kept.get(sql);
      if (before) return before;
      const statement = connection.prepare(sql);
      if (!LEAVES_SCHEMA.test(sql)) kept.clear();
      else {
        if (kept.size >= MOST) kept.clear();
        kept.set(sql, statement);
      }
      return statement;
    },
    close: () => connection.close(),
  };
}
