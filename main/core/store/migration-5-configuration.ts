/**
 * Configuration from the centre (INV-7). Statements are kept as they came, sealed: one of them holds technicians'
 * secrets. All roots that were followed stay, and each document names the one it was checked under: what runs goes on
 * when keys change. A set is what runs, what ran before it and was kept, or what waits; a place without a row is as
 * shipped; `documents` are their names, so that one which somebody deletes is missed. `kept_at` is when its first journeys had gone well; of each kind the last document that was kept stays, and the
 * one before it. A floor is the highest version ever taken in. An order is
 * remembered for ever, so that it is never carried out twice. A dead letter is concluded when operators said so.
 */
export const MIGRATION_5 = `
  CREATE TABLE configuration_root (
    version INTEGER PRIMARY KEY,
    sealed BLOB NOT NULL
  ) STRICT;

  CREATE TABLE configuration_assignment (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    version INTEGER NOT NULL,
    issued_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    closed_services TEXT NOT NULL,
    revoked_kiosks TEXT NOT NULL,
    trouble TEXT,
    blamed TEXT,
    sealed BLOB NOT NULL
  ) STRICT;

  CREATE TABLE configuration_document (
    sha256 TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    line TEXT NOT NULL,
    version INTEGER NOT NULL,
    length INTEGER NOT NULL,
    root_version INTEGER NOT NULL REFERENCES configuration_root (version),
    sealed BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE configuration_set (
    place TEXT PRIMARY KEY CHECK (place IN ('staged', 'current', 'last-good')),
    assignment INTEGER NOT NULL,
    effective_from INTEGER NOT NULL,
    documents TEXT NOT NULL,
    goes_back INTEGER NOT NULL DEFAULT 0,
    since INTEGER NOT NULL,
    kept_at INTEGER
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE configuration_set_document (
    place TEXT NOT NULL REFERENCES configuration_set (place) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES configuration_document (sha256),
    PRIMARY KEY (place, kind)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE configuration_kept (
    kind TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL REFERENCES configuration_document (sha256),
    before_sha256 TEXT REFERENCES configuration_document (sha256)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE configuration_trial (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    started_at INTEGER NOT NULL,
    core_starts INTEGER NOT NULL DEFAULT 0,
    crashes INTEGER NOT NULL DEFAULT 0,
    sessions INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    boot_id TEXT,
    ended_itself INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE configuration_return (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    assignment INTEGER NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE configuration_floor (
    kind TEXT NOT NULL,
    line TEXT NOT NULL,
    version INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (kind, line)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE configuration_refusal (
    kind TEXT NOT NULL,
    line TEXT NOT NULL,
    version INTEGER NOT NULL,
    trouble TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (kind, line, version)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE configuration_order (
    order_id TEXT PRIMARY KEY,
    outcome TEXT NOT NULL,
    detail TEXT,
    at INTEGER NOT NULL,
    acknowledged INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX configuration_order_unacknowledged ON configuration_order (at) WHERE acknowledged = 0;

  ALTER TABLE dead_letter ADD COLUMN concluded_at INTEGER;

  CREATE TABLE sealing_key (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    public_x TEXT NOT NULL,
    public_y TEXT NOT NULL,
    sealed_private_key BLOB NOT NULL
  ) STRICT;
`;
