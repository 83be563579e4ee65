import type { TransactionId } from '../../../src/brand.ts';
import type { Clock, Entropy } from '../../../src/ports/clock.ts';
import type { Connection, Row } from './connection.ts';
import {
  BLANK_PLACES,
  type BlankPlace,
  type CustodyPlace,
  IN_MACHINE,
  MOVES,
  OWN_CARD_PLACES,
  type OwnCardPlace,
} from './custody-places.ts';

/** One card's line in the ledger, with its last move. */
export interface CustodyLine {
  readonly card: string;
  readonly origin: 'blank' | 'resident';
  readonly transactionId: TransactionId | null;
  readonly place: CustodyPlace;
  readonly reason: string;
}

export interface CustodyCounts {
  /** Blanks ever loaded, corrections included. */
  readonly loaded: number;
  /** Still in the stack. */
  readonly stock: number;
  readonly blanks: Readonly<Record<Exclude<BlankPlace, 'stock'>, number>>;
  readonly ownCards: Readonly<Record<OwnCardPlace, number>>;
}

const LAST_MOVE = `SELECT card.card, card.origin, card.transaction_id, move.place, move.reason
  FROM custody_card AS card JOIN custody_move AS move ON move.card = card.card
  WHERE move.sequence = (SELECT MAX(sequence) FROM custody_move WHERE card = card.card)`;

/**
 * The custody ledger (INV-3): loads, a line for every card that left the stack or came in at the acceptor, and its
 * moves, which are only added. What is in the stack is what was loaded and has no line that left it.
 */
export class CustodyStore {
  readonly #connection: Connection;
  readonly #clock: Clock;
  readonly #entropy: Entropy;

  constructor(connection: Connection, clock: Clock, entropy: Entropy) {
    this.#connection = connection;
    this.#clock = clock;
    this.#entropy = entropy;
  }

  /** Blanks put into the stack; a technician's count that was wrong is corrected by a load below zero. */
  load(blanks: number, reason: string): void {
    if (!Number.isInteger(blanks) || blanks === 0) throw new Error(`${blanks} blanks can't be loaded`);
    if (this.stock() + blanks < 0) throw new Error('more blanks taken out than there are');
    this.#connection.run('INSERT INTO custody_load (at, blanks, reason) VALUES (:at, :blanks, :reason)', {
      at: this.#clock.now(),
      blanks,
      reason,
    });
  }

  /** Once, with the stack a kiosk was commissioned with; false where the ledger has begun already. */
  commission(blanks: number): boolean {
    if (blanks <= 0 || this.#connection.get('SELECT 1 AS begun FROM custody_load LIMIT 1')) return false;
    this.load(blanks, 'commissioned');
    return true;
  }

  /** Opens the line of a blank that is about to leave the stack. Throws where the ledger has none left. */
  takeBlank(transactionId: TransactionId, reason: string): string {
    if (this.stock() < 1) throw new Error('the ledger has no blank left');
    return this.#open('blank', transactionId, 'transport', reason);
  }

  /** Opens the line of a resident's card that the acceptor holds. */
  acceptOwnCard(reason: string): string {
    return this.#open('resident', null, 'latched', reason);
  }

  /** Throws where a card can't get there from where it is: then the ledger and the machine disagree. */
  move(card: string, place: CustodyPlace, reason: string): void {
    const line = this.find(card);
    if (!line) throw new Error(`no line for card ${card}`);
    if (line.place === place) return;
    if (!MOVES[line.place].includes(place)) {
      throw new Error(`card ${card} can't move from ${line.place} to ${place}`);
    }
    this.#connection.transaction(() => this.#addMove(card, place, reason));
  }

  find(card: string): CustodyLine | null {
    const row = this.#connection.get(`${LAST_MOVE} AND card.card = :card`, { card });
    return row ? fromRow(row) : null;
  }

  /** The one card of that origin which is inside its machine and may still move. */
  inMachine(origin: CustodyLine['origin']): CustodyLine | null {
    return this.#lines().find((line) => line.origin === origin && IN_MACHINE.includes(line.place)) ?? null;
  }

  /**
   * A resident's card that was lost from sight and may be the one the sensors see now: the last that came in. An
   * earlier one can't be inside, for a machine takes in no second card.
   */
  lostFromSight(): CustodyLine | null {
    const row = this.#connection.get(
      `${LAST_MOVE} AND card.origin = 'resident'
        ORDER BY (SELECT MIN(sequence) FROM custody_move WHERE card = card.card) DESC LIMIT 1`,
    );
    const last = row ? fromRow(row) : null;
    return last?.place === 'unknown' ? last : null;
  }

  /** Blanks in the stack by the ledger. */
  stock(): number {
    return this.counts().stock;
  }

  counts(): CustodyCounts {
    const loads = this.#connection.get('SELECT COALESCE(SUM(blanks), 0) AS blanks FROM custody_load');
    const loaded = Number(loads?.blanks ?? 0);
    const blanks = this.#lines().filter(({ origin }) => origin === 'blank');
    const own = this.#lines().filter(({ origin }) => origin === 'resident');
    const at = (lines: readonly CustodyLine[], place: CustodyPlace): number =>
      lines.filter((line) => line.place === place).length;
    const outside = BLANK_PLACES.filter((place) => place !== 'stock');
    return {
      loaded,
      stock: loaded - blanks.length + at(blanks, 'stock'),
      blanks: Object.fromEntries(
        outside.map((place) => [place, at(blanks, place)]),
      ) as CustodyCounts['blanks'],
      ownCards: Object.fromEntries(
        OWN_CARD_PLACES.map((place) => [place, at(own, place)]),
      ) as CustodyCounts['ownCards'],
    };
  }

  /** Every move of one card, oldest first. */
  moves(card: string): { place: CustodyPlace; reason: string; at: number }[] {
    return this.#connection
      .all('SELECT place, reason, at FROM custody_move WHERE card = :card ORDER BY sequence', { card })
      .map((row) => ({
        place: String(row.place) as CustodyPlace,
        reason: String(row.reason),
        at: Number(row.at),
      }));
  }

  #open(
    origin: CustodyLine['origin'],
    transactionId: TransactionId | null,
    place: CustodyPlace,
    reason: string,
  ): string {
    const id = Buffer.from(this.#entropy.bytes(8)).toString('hex');
    const card = `${origin === 'blank' ? 'b' : 'o'}-${id}`;
    this.#connection.transaction(() => {
      this.#connection.run(
        'INSERT INTO custody_card (card, origin, transaction_id) VALUES (:card, :origin, :transactionId)',
        { card, origin, transactionId },
      );
      this.#addMove(card, place, reason);
    });
    return card;
  }

  #addMove(card: string, place: CustodyPlace, reason: string): void {
    this.#connection.run(
      'INSERT INTO custody_move (card, at, place, reason) VALUES (:card, :at, :place, :reason)',
      { card, at: this.#clock.now(), place, reason },
    );
  }

  #lines(): CustodyLine[] {
    return this.#connection.all(LAST_MOVE).map(fromRow);
  }
}

function fromRow(row: Row): CustodyLine {
  return {
    card: String(row.card),
    origin: row.origin === 'resident' ? 'resident' : 'blank',
    transactionId: row.transaction_id === null ? null : (String(row.transaction_id) as TransactionId),
    place: String(row.place) as CustodyPlace,
    reason: String(row.reason),
  };
}
