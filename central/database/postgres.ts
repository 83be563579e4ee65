import {
  CreateTableNode,
  Kysely,
  type KyselyPlugin,
  PostgresDialect,
  type RootOperationNode,
  type UnknownRow,
} from 'kysely';
import { Pool, types } from 'pg';
import type { Queries, Tables } from './tables.ts';

/** Connections of one process: a request holds one for some milliseconds, and PostgreSQL has about a hundred. */
const MOST_CONNECTIONS = 16;
/** Milliseconds until a request that finds no connection is told so, instead of waiting for ever. */
const CONNECT_WITHIN_MS = 10_000;

/** What `count` and `sum` answer: eight bytes and numeric. Ours fit into a number. */
const AS_NUMBER: readonly number[] = [types.builtins.INT8, types.builtins.NUMERIC];

const rowTypes = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    AS_NUMBER.includes(id) && format !== 'binary' ? Number : types.getTypeParser(id, format),
};

/** `strict` after a table is SQLite's; PostgreSQL keeps its types anyway. */
const withoutStrict: KyselyPlugin = {
  transformQuery: ({ node }): RootOperationNode => {
    if (!CreateTableNode.is(node)) return node;
    const { endModifiers: _strict, ...rest } = node;
    return rest;
  },
  transformResult: ({ result }): Promise<typeof result & { rows: UnknownRow[] }> => Promise.resolve(result),
};

/**
 * The same questions over PostgreSQL, for several central processes beside each other. The database wants UTF-8 and
 * the `C` collation, so that text is in the same order as in SQLite. Nothing is asked until the first question.
 */
export function openPostgres(url: string, onLost: (error: Error) => void): Queries {
  const pool = new Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    types: rowTypes,
    application_name: 'yikatong-central',
  });
  // An idle connection that breaks is replaced by the next question; without a listener it would end the process.
  pool.on('error', onLost);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [withoutStrict] });
}
