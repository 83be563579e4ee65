import type { Connection } from './connection.ts';

/** How the store's file is, for the readiness report. */
export interface StoreHealth {
  /** Named by SQLite's quick check, none where the file is sound. */
  readonly faults: number;
  readonly sizeBytes: number;
  readonly journalMode: string;
  readonly schemaVersion: number;
}

/** Reads the whole file: for a technician's look and once a morning, never beside a resident's act. */
export function storeHealth(connection: Connection): StoreHealth {
  const number = (sql: string, column: string) => Number(connection.get(sql)?.[column] ?? 0);
  return {
    faults: connection.quickCheck().length,
    sizeBytes: number('PRAGMA page_count', 'page_count') * number('PRAGMA page_size', 'page_size'),
    journalMode: String(connection.get('PRAGMA journal_mode')?.journal_mode),
    schemaVersion: number('SELECT MAX(version) AS version FROM store_schema', 'version'),
  };
}
