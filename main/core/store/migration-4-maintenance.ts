/**
 * What maintenance mode keeps. A guided task is its answers in order: after a power cut it is gone on with from them.
 * `value` is JSON and never a PIN, a code or a person; `step` is the one that is shown. The owner of a card that lies in
 * a bin is masked, sealed, and goes with the card. Device counters are by day, so that a device whose retries rise
 * is seen before it fails; `code` is empty where there is none. A morning report is empty once the centre has it.
 */
export const MIGRATION_4 = `
  CREATE TABLE technician_try (
    technician TEXT PRIMARY KEY,
    wrong INTEGER NOT NULL CHECK (wrong >= 0),
    waits_until INTEGER NOT NULL,
    locked_at INTEGER,
    last_totp_step INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE maintenance_task (
    task TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    technician TEXT NOT NULL,
    second TEXT,
    begun_at INTEGER NOT NULL,
    step TEXT NOT NULL,
    must_finish INTEGER NOT NULL DEFAULT 0,
    ended_at INTEGER,
    outcome TEXT CHECK (outcome IN ('done', 'given-up', 'failed'))
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX maintenance_task_open ON maintenance_task (begun_at) WHERE ended_at IS NULL;

  CREATE TABLE maintenance_step (
    task TEXT NOT NULL REFERENCES maintenance_task (task),
    sequence INTEGER NOT NULL,
    step TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('answer', 'look', 'act-begun', 'act-ended')),
    value TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (task, sequence)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE card_owner (
    card TEXT PRIMARY KEY REFERENCES custody_card (card),
    sealed BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE device_counter (
    device TEXT NOT NULL,
    day TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('operation', 'retry', 'fault')),
    code TEXT NOT NULL,
    count INTEGER NOT NULL CHECK (count >= 0),
    PRIMARY KEY (device, day, kind, code)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE device_care (
    device TEXT PRIMARY KEY,
    counting_since INTEGER NOT NULL,
    last_success INTEGER
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE morning_report (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    day TEXT NOT NULL UNIQUE,
    report TEXT
  ) STRICT;

  CREATE TABLE closed_service (
    service TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    technician TEXT NOT NULL,
    since INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
