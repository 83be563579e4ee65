import type { Connection } from './connection.ts';
import { MIGRATION_2 } from './migration-2-money-and-cards.ts';
import { MIGRATION_3 } from './migration-3-custody-at-hand.ts';
import { MIGRATION_4 } from './migration-4-maintenance.ts';
import { MIGRATION_5 } from './migration-5-configuration.ts';

export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/**
 * Forward only: a mistake is mended by a new number, never by editing an old one (the digest would refuse it).
 * Times are milliseconds since the epoch. `resident_hash` is a keyed hash; `sealed` columns are AES-256-GCM; the long one
 * stands last, so that reading the others does not walk through it.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    sql: `
      CREATE TABLE resident_transaction (
        transaction_id TEXT PRIMARY KEY,
        service TEXT NOT NULL,
        receipt_reference TEXT NOT NULL UNIQUE,
        idempotency_key TEXT NOT NULL UNIQUE,
        opened_at INTEGER NOT NULL,
        closed_at INTEGER,
        application_number TEXT,
        ready_by TEXT
      ) STRICT;
      CREATE INDEX open_transaction ON resident_transaction (opened_at) WHERE closed_at IS NULL;

      CREATE TABLE journal (
        transaction_id TEXT NOT NULL REFERENCES resident_transaction (transaction_id),
        sequence INTEGER NOT NULL,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('intent', 'outcome')),
        act TEXT NOT NULL,
        idempotency_key TEXT,
        detail TEXT NOT NULL,
        PRIMARY KEY (transaction_id, sequence)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE outbox (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        idempotency_key TEXT NOT NULL UNIQUE,
        transaction_id TEXT NOT NULL REFERENCES resident_transaction (transaction_id),
        kind TEXT NOT NULL,
        priority INTEGER NOT NULL,
        resident_hash BLOB NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'in-progress')),
        attempts INTEGER NOT NULL DEFAULT 0,
        enqueued_at INTEGER NOT NULL,
        next_at INTEGER NOT NULL,
        sealed BLOB NOT NULL
      ) STRICT;
      CREATE INDEX outbox_by_due ON outbox (next_at);
      CREATE INDEX outbox_by_priority ON outbox (priority, sequence);
      CREATE INDEX outbox_by_resident ON outbox (resident_hash, sequence);

      CREATE TABLE dead_letter (
        idempotency_key TEXT PRIMARY KEY,
        transaction_id TEXT NOT NULL REFERENCES resident_transaction (transaction_id),
        kind TEXT NOT NULL,
        code TEXT NOT NULL,
        decided_by_authority INTEGER NOT NULL,
        at INTEGER NOT NULL,
        resident_hash BLOB NOT NULL,
        sealed BLOB
      ) STRICT;

      CREATE TABLE audit (
        sequence INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        event TEXT NOT NULL,
        detail TEXT NOT NULL,
        hash TEXT NOT NULL
      ) STRICT;

      CREATE TABLE kiosk_identity (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        kiosk_id TEXT,
        public_x TEXT NOT NULL,
        sealed_private_key BLOB NOT NULL
      ) STRICT;

      CREATE TABLE setting (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    version: 2,
    sql: MIGRATION_2,
  },
  {
    version: 3,
    sql: MIGRATION_3,
  },
  {
    version: 4,
    sql: MIGRATION_4,
  },
  {
    version: 5,
    sql: MIGRATION_5,
  },
];

/** Brings the schema from `from` to the newest number, each step in a commit of its own with its version. */
export function migrate(connection: Connection, from: number, afterEach: (version: number) => void): void {
  for (const migration of MIGRATIONS) {
    if (migration.version <= from) continue;
    connection.transaction(() => {
      connection.script(migration.sql);
      afterEach(migration.version);
    });
  }
}
