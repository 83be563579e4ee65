import type { Queries } from './tables.ts';

/**
 * Everything inside is one commit, as if nobody else were at work meanwhile (INV-2, INV-4): on SQLite there is one
 * writer, on PostgreSQL the transaction is serialisable and begun anew where another one came first. `act` may therefore
 * run more than once: nothing in it but questions to `q`.
 */
export function inTransaction<T>(queries: Queries, act: (q: Queries) => Promise<T>): Promise<T> {
  return queries.transaction().execute(act);
}
