import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { buildDBClient, SqliteQueue } from 'liteque';
import { defineQueue } from 'plainjobs';
import type { Operation } from '../../../src/contracts/central/operations.ts';
import type { Contestant } from './contestant.ts';
import { operationAt } from './items.ts';

/** `equal`: WAL and synchronous=FULL as ours. `own`: as the queue sets itself up, which is NORMAL for both. */
export type PeerSettings = 'equal' | 'own';

const written = (settings: PeerSettings): string =>
  settings === 'equal'
    ? 'WAL, synchronous=FULL, plain text'
    : 'as it comes: WAL, synchronous=NORMAL, plain text';

const quiet = {
  error: () => undefined,
  warn: () => undefined,
  info: () => undefined,
  debug: () => undefined,
};

/** plainjobs: better-sqlite3, no dedupe key, no priority. */
export const plainjobs = (settings: PeerSettings): Contestant => ({
  name: `plainjobs ${settings}`,
  settings: written(settings),
  async open(folder) {
    const database = new BetterSqlite3(join(folder, 'plainjobs.db'));
    const queue = defineQueue({ connection: database, logger: quiet });
    // The queue has just set NORMAL.
    if (settings === 'equal') database.pragma('synchronous = FULL');
    return {
      enqueue: (index) => {
        queue.add('application', operationAt(index));
        return undefined;
      },
      close() {
        queue.close();
        if (database.open) database.close();
      },
    };
  },
});

/** liteque: better-sqlite3 through Drizzle, with the dedupe key it offers. */
export const liteque = (settings: PeerSettings): Contestant => ({
  name: `liteque ${settings}`,
  settings: `${written(settings)}, dedupe key`,
  async open(folder) {
    const client = buildDBClient(join(folder, 'liteque.db'), { runMigrations: true });
    const database = databaseBehind(client);
    // The client has just set NORMAL.
    if (settings === 'equal') database.pragma('synchronous = FULL');
    const queue = new SqliteQueue<Operation>('applications', client, {
      defaultJobArgs: { numRetries: 5 },
      keepFailedJobs: true,
    });
    return {
      enqueue: (index) => queue.enqueue(operationAt(index), { idempotencyKey: `k-${index}` }),
      close: () => {
        database.close();
      },
    };
  },
});

/** The client shows its database nowhere, and its settings only there. */
function databaseBehind(client: object): BetterSqlite3.Database {
  const session: unknown = Reflect.get(client, 'session');
  const database: unknown = typeof session === 'object' && session ? Reflect.get(session, 'client') : null;
  if (database instanceof BetterSqlite3) return database;
  throw new Error('liteque keeps its database elsewhere than this version did');
}
