import type { TransactionId } from '../../../src/brand.ts';
import type { Connection, Row } from './connection.ts';
import type { CustodyPlace } from './custody-places.ts';

/** One card's line in the ledger, with its last move. */
export interface CustodyLine {
  readonly card: string;
  readonly origin: 'blank' | 'resident';
  readonly transactionId: TransactionId | null;
  readonly place: CustodyPlace;
  readonly reason: string;
}

/** A place with its reason, and the technician's act it was part of. */
export interface CustodyStep {
  readonly at: number;
  readonly place: CustodyPlace;
  readonly reason: string;
  readonly act: string | null;
}

/** Here a card is with its owner, out of the kiosk, or nobody's: whose it is need not be known any more (INV-6). */
const GONE: readonly CustodyPlace[] = ['handed-over', 'given-back', 'emptied', 'stock', 'rejected'];

/**
 * The rows of the custody ledger: lines, moves, and the number of cards at each place. Every reader goes through an
 * index or a number that is kept; none walks through the cards there have ever been.
 */
export class CustodyLines {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** A new line with its first move. */
  open(line: Omit<CustodyLine, 'place' | 'reason'>, { at, place, reason, act }: CustodyStep): void {
    this.#connection.transaction(() => {
      this.#connection.run(
        `INSERT INTO custody_card (card, origin, transaction_id, opened, place, reason)
         SELECT :card, :origin, :transactionId, COALESCE(MAX(opened), 0) + 1, :place, :reason
         FROM custody_card WHERE origin = :origin`,
        { card: line.card, origin: line.origin, transactionId: line.transactionId, place, reason },
      );
      this.#addMove(line.card, { at, place, reason, act });
      this.#count(line.origin, place, 1);
    });
  }

  move({ card, origin, place: from }: CustodyLine, { at, place, reason, act }: CustodyStep): void {
    this.#connection.transaction(() => {
      this.#addMove(card, { at, place, reason, act });
      this.#connection.run('UPDATE custody_card SET place = :place, reason = :reason WHERE card = :card', {
        card,
        place,
        reason,
      });
      if (GONE.includes(place)) this.#connection.run('DELETE FROM card_owner WHERE card = :card', { card });
      this.#count(origin, from, -1);
      this.#count(origin, place, 1);
    });
  }

  find(card: string): CustodyLine | null {
    return fromRow(this.#connection.get('SELECT * FROM custody_card WHERE card = :card', { card }));
  }

  /** Lines at one place, oldest first. */
  at(origin: CustodyLine['origin'], place: CustodyPlace): CustodyLine[] {
    return this.#connection
      .all('SELECT * FROM custody_card WHERE origin = :origin AND place = :place ORDER BY opened', {
        origin,
        place,
      })
      .flatMap((row) => fromRow(row) ?? []);
  }

  /** The line that was opened last. */
  newest(origin: CustodyLine['origin']): CustodyLine | null {
    return fromRow(
      this.#connection.get('SELECT * FROM custody_card WHERE origin = :origin ORDER BY opened DESC LIMIT 1', {
        origin,
      }),
    );
  }

  /** How many cards of that origin are at each place; places without one are left out. */
  counts(origin: CustodyLine['origin']): ReadonlyMap<string, number> {
    const rows = this.#connection.all('SELECT place, cards FROM custody_count WHERE origin = :origin', {
      origin,
    });
    return new Map(rows.map(({ place, cards }) => [String(place), Number(cards)]));
  }

  #addMove(card: string, { at, place, reason, act }: CustodyStep): void {
    this.#connection.run(
      'INSERT INTO custody_move (card, at, place, reason, act) VALUES (:card, :at, :place, :reason, :act)',
      { card, at, place, reason, act },
    );
  }

  #count(origin: CustodyLine['origin'], place: CustodyPlace, cards: 1 | -1): void {
    this.#connection.run(
      'INSERT OR IGNORE INTO custody_count (origin, place, cards) VALUES (:origin, :place, 0)',
      { origin, place },
    );
    this.#connection.run(
      'UPDATE custody_count SET cards = cards + :cards WHERE origin = :origin AND place = :place',
      { origin, place, cards },
    );
  }
}

/** What of a line never changes. */
export const lineFrom = (row: Row): Omit<CustodyLine, 'place' | 'reason'> => ({
  card: String(row.card),
  origin: row.origin === 'resident' ? 'resident' : 'blank',
  transactionId: row.transaction_id === null ? null : (String(row.transaction_id) as TransactionId),
});

const fromRow = (row: Row | undefined): CustodyLine | null =>
  row ? { ...lineFrom(row), place: String(row.place) as CustodyPlace, reason: String(row.reason) } : null;
