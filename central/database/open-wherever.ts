import { type ChangeSignal, changesInProcess } from '../changes/change-signal.ts';
import { changesOverPostgres } from '../changes/changes-over-postgres.ts';
import { openDatabase } from './dialect.ts';
import { openPostgres } from './postgres.ts';
import type { Queries } from './tables.ts';

/** Where the service keeps everything: PostgreSQL where an address is given, a file of SQLite otherwise. */
export interface DatabasePlace {
  /** A file, or `:memory:`. */
  readonly databasePath: string;
  /** `postgresql://…`; several processes may share it. */
  readonly databaseUrl?: string;
}

export interface OpenedDatabase {
  readonly queries: Queries;
  readonly changes: ChangeSignal;
  close(): Promise<void>;
}

/** `onLost` hears of connections that broke; they are made anew. */
export async function openWherever(
  { databasePath, databaseUrl }: DatabasePlace,
  onLost: (error: Error) => void,
): Promise<OpenedDatabase> {
  const queries = databaseUrl === undefined ? openDatabase(databasePath) : openPostgres(databaseUrl, onLost);
  const changes =
    databaseUrl === undefined ? changesInProcess() : await changesOverPostgres(databaseUrl, queries, onLost);
  return {
    queries,
    changes,
    close: async () => {
      await changes.close();
      await queries.destroy();
    },
  };
}
