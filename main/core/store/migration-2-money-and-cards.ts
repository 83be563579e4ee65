/**
 * Requests with money and a card, and the custody ledger (INV-3). What the authority gave is a number and a day for
 * every service. `course` says which journal a transaction has: `queued` and `immediate` have one act, `request` has
 * those of settlement.md. A card's line says where it came from; where it is, is its last move: moves are only added.
 */
export const MIGRATION_2 = `
  ALTER TABLE resident_transaction ADD COLUMN course TEXT NOT NULL DEFAULT 'queued'
    CHECK (course IN ('queued', 'immediate', 'request'));
  UPDATE resident_transaction SET course = 'immediate' WHERE service = 'activate';
  ALTER TABLE resident_transaction RENAME COLUMN application_number TO given_number;
  ALTER TABLE resident_transaction RENAME COLUMN ready_by TO given_day;

  CREATE TABLE custody_load (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    blanks INTEGER NOT NULL CHECK (blanks <> 0),
    reason TEXT NOT NULL
  ) STRICT;

  CREATE TABLE custody_card (
    card TEXT PRIMARY KEY,
    origin TEXT NOT NULL CHECK (origin IN ('blank', 'resident')),
    transaction_id TEXT REFERENCES resident_transaction (transaction_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE custody_move (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    card TEXT NOT NULL REFERENCES custody_card (card),
    at INTEGER NOT NULL,
    place TEXT NOT NULL CHECK (place IN ('stock', 'transport', 'chip-station', 'gate', 'handed-over', 'retained',
      'rejected', 'latched', 'given-back', 'unknown')),
    reason TEXT NOT NULL
  ) STRICT;
  CREATE INDEX custody_move_by_card ON custody_move (card, sequence);
`;
