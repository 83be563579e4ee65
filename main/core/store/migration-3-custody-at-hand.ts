const PLACES = `'stock', 'transport', 'chip-station', 'gate', 'handed-over', 'retained', 'rejected', 'latched',
      'given-back', 'unknown', 'emptied', 'missing'`;

/**
 * Custody whose cost does not grow with the cards handled: a card's line has its present place and reason, places have
 * their number of cards, a load has the sum so far; each is written in the commit of the move or load it follows from.
 * What was on disk is filled from the moves. `custody_act` is what technicians did with cards, named by whoever asked
 * for it, so that none of it counts twice; `expected` and `counted` stay side by side where they differ. Moves are
 * copied because the places a card can be at are part of their table.
 */
export const MIGRATION_3 = `
  CREATE TABLE custody_act (
    act TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('load', 'count', 'empty', 'place')),
    subject TEXT NOT NULL,
    technician TEXT NOT NULL,
    begun_at INTEGER NOT NULL,
    expected INTEGER,
    counted INTEGER,
    found TEXT,
    ended_at INTEGER,
    ended_as TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX custody_act_by_end ON custody_act (ended_at);

  CREATE TABLE custody_move_with_act (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    card TEXT NOT NULL REFERENCES custody_card (card),
    at INTEGER NOT NULL,
    place TEXT NOT NULL CHECK (place IN (${PLACES})),
    reason TEXT NOT NULL,
    act TEXT REFERENCES custody_act (act)
  ) STRICT;
  INSERT INTO custody_move_with_act (sequence, card, at, place, reason)
    SELECT sequence, card, at, place, reason FROM custody_move ORDER BY sequence;
  DROP TABLE custody_move;
  ALTER TABLE custody_move_with_act RENAME TO custody_move;
  CREATE INDEX custody_move_by_card ON custody_move (card, sequence);
  CREATE INDEX custody_move_by_act ON custody_move (act, sequence) WHERE act IS NOT NULL;

  ALTER TABLE custody_card ADD COLUMN opened INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE custody_card ADD COLUMN place TEXT NOT NULL DEFAULT 'unknown' CHECK (place IN (${PLACES}));
  ALTER TABLE custody_card ADD COLUMN reason TEXT NOT NULL DEFAULT 'no-move-on-record';
  UPDATE custody_card
    SET opened = move.first, place = move.place, reason = move.reason
    FROM (SELECT card, place, reason, MIN(sequence) OVER (PARTITION BY card) AS first,
        ROW_NUMBER() OVER (PARTITION BY card ORDER BY sequence DESC) AS back
      FROM custody_move) AS move
    WHERE move.card = custody_card.card AND move.back = 1;
  CREATE INDEX custody_card_by_place ON custody_card (origin, place, opened);
  CREATE INDEX custody_card_by_opening ON custody_card (origin, opened);

  CREATE TABLE custody_count (
    origin TEXT NOT NULL CHECK (origin IN ('blank', 'resident')),
    place TEXT NOT NULL CHECK (place IN (${PLACES})),
    cards INTEGER NOT NULL CHECK (cards >= 0),
    PRIMARY KEY (origin, place)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO custody_count (origin, place, cards)
    SELECT origin, place, COUNT(*) FROM custody_card GROUP BY origin, place;

  ALTER TABLE custody_load ADD COLUMN total INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE custody_load ADD COLUMN act TEXT REFERENCES custody_act (act);
  UPDATE custody_load SET total = upto.total
    FROM (SELECT sequence, SUM(blanks) OVER (ORDER BY sequence) AS total FROM custody_load) AS upto
    WHERE upto.sequence = custody_load.sequence;
`;
