import type { TransactionId } from '../../../src/brand.ts';
import type { Clock, Entropy } from '../../../src/ports/clock.ts';
import type { Connection } from './connection.ts';
import { type CustodyLine, CustodyLines, lineFrom } from './custody-lines.ts';
import {
  BLANK_PLACES,
  type BlankPlace,
  type CustodyPlace,
  IN_MACHINE,
  MOVES,
  OWN_CARD_PLACES,
  type OwnCardPlace,
} from './custody-places.ts';
import { Touched } from './touched.ts';

export type { CustodyLine } from './custody-lines.ts';

export interface CustodyCounts {
  /** Blanks ever loaded, corrections included. */
  readonly loaded: number;
  /** Still in the stack. */
  readonly stock: number;
  readonly blanks: Readonly<Record<Exclude<BlankPlace, 'stock'>, number>>;
  readonly ownCards: Readonly<Record<OwnCardPlace, number>>;
}

/** First reason of a blank that a technician's test took from the stack. */
export const TEST_CARD = 'test-card';

/** One card's line with every move it made, oldest first. */
export interface CustodyHistory extends CustodyLine {
  readonly moves: readonly { readonly place: CustodyPlace; readonly reason: string }[];
}

/**
 * The custody ledger (INV-3): loads, a line for every card that left the stack or came in at the acceptor, and its
 * moves, which are only added. What is in the stack is what was loaded and has no line that left it.
 */
export class CustodyStore {
  /** Cards that moved. */
  readonly touched = new Touched<string>();
  readonly #connection: Connection;
  readonly #lines: CustodyLines;
  readonly #clock: Clock;
  readonly #entropy: Entropy;
  /** Every screen and every look at a machine asks these. */
  readonly #counts: () => CustodyCounts;
  readonly #inMachine: Readonly<Record<CustodyLine['origin'], () => CustodyLine | null>>;

  constructor(connection: Connection, clock: Clock, entropy: Entropy) {
    this.#connection = connection;
    this.#lines = new CustodyLines(connection);
    this.#counts = connection.remembered(['custody_load', 'custody_count'], () => this.#count());
    const inside = (origin: CustodyLine['origin']) =>
      connection.remembered(
        ['custody_card'],
        () => IN_MACHINE.flatMap((place) => this.#lines.at(origin, place))[0] ?? null,
      );
    this.#inMachine = { blank: inside('blank'), resident: inside('resident') };
    this.#clock = clock;
    this.#entropy = entropy;
  }

  /** Blanks put into the stack; a technician's count that was wrong is corrected by a load below zero. */
  load(blanks: number, reason: string, act: string | null = null): void {
    if (!Number.isInteger(blanks) || blanks === 0) throw new Error(`${blanks} blanks can't be loaded`);
    if (this.stock() + blanks < 0) throw new Error('more blanks taken out than there are');
    const total = this.loaded() + blanks;
    this.#connection.run(
      'INSERT INTO custody_load (at, blanks, total, reason, act) VALUES (:at, :blanks, :total, :reason, :act)',
      { at: this.#clock.now(), blanks, total, reason, act },
    );
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

  /** The same for a technician's test of the machine: it belongs to no request and never to anybody. */
  takeTestBlank(): string {
    if (this.stock() < 1) throw new Error('the ledger has no blank left');
    return this.#open('blank', null, 'transport', TEST_CARD);
  }

  /** Opens the line of a resident's card that the acceptor holds. */
  acceptOwnCard(reason: string): string {
    return this.#open('resident', null, 'latched', reason);
  }

  /** Throws where a card can't get there from where it is: then the ledger and the machine disagree. */
  move(card: string, place: CustodyPlace, reason: string, act: string | null = null): void {
    const line = this.find(card);
    if (!line) throw new Error(`no line for card ${card}`);
    if (line.place === place) return;
    if (!MOVES[line.place].includes(place)) {
      throw new Error(`card ${card} can't move from ${line.place} to ${place}`);
    }
    this.touched.note(card, null);
    this.#lines.move(line, { at: this.#clock.now(), place, reason, act });
  }

  find(card: string): CustodyLine | null {
    return this.#lines.find(card);
  }

  /** Lines at one place, oldest first. */
  at(origin: CustodyLine['origin'], place: CustodyPlace): CustodyLine[] {
    return this.#lines.at(origin, place);
  }

  /** The one card of that origin which is inside its machine and may still move. */
  inMachine(origin: CustodyLine['origin']): CustodyLine | null {
    return this.#inMachine[origin]();
  }

  /**
   * A resident's card that was lost from sight and may be the one the sensors see now: the last that came in. An
   * earlier one can't be inside, for a machine takes in no second card.
   */
  lostFromSight(): CustodyLine | null {
    const last = this.#lines.newest('resident');
    return last?.place === 'unknown' || last?.place === 'missing' ? last : null;
  }

  /** Blanks in the stack by the ledger. */
  stock(): number {
    return this.counts().stock;
  }

  counts(): CustodyCounts {
    return this.#counts();
  }

  /** Blanks ever loaded, corrections included. */
  loaded(): number {
    const last = this.#connection.get('SELECT total FROM custody_load ORDER BY sequence DESC LIMIT 1');
    return Number(last?.total ?? 0);
  }

  /** The same, added up load by load: it must agree with the sum that is kept. */
  loadsAdded(): number {
    return Number(this.#connection.get('SELECT SUM(blanks) AS blanks FROM custody_load')?.blanks ?? 0);
  }

  /** null where there is no such line. */
  history(card: string): CustodyHistory | null {
    const line = this.find(card);
    return line && { ...line, moves: this.moves(card) };
  }

  /** Every card's history: at start alone. A line without a move is among them. */
  histories(): CustodyHistory[] {
    const moves = Map.groupBy(
      this.#connection.all('SELECT card, place, reason FROM custody_move ORDER BY sequence'),
      (row) => String(row.card),
    );
    return this.#connection.all('SELECT * FROM custody_card').map((row) => ({
      ...lineFrom(row),
      place: String(row.place) as CustodyPlace,
      reason: String(row.reason),
      moves: (moves.get(String(row.card)) ?? []).map((move) => ({
        place: String(move.place) as CustodyPlace,
        reason: String(move.reason),
      })),
    }));
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

  #count(): CustodyCounts {
    const loaded = this.loaded();
    const blanks = this.#lines.counts('blank');
    const own = this.#lines.counts('resident');
    const lines = [...blanks.values()].reduce((sum, cards) => sum + cards, 0);
    const outside = BLANK_PLACES.filter((place) => place !== 'stock');
    return {
      loaded,
      stock: loaded - lines + (blanks.get('stock') ?? 0),
      blanks: Object.fromEntries(
        outside.map((place) => [place, blanks.get(place) ?? 0]),
      ) as CustodyCounts['blanks'],
      ownCards: Object.fromEntries(
        OWN_CARD_PLACES.map((place) => [place, own.get(place) ?? 0]),
      ) as CustodyCounts['ownCards'],
    };
  }

  #open(
    origin: CustodyLine['origin'],
    transactionId: TransactionId | null,
    place: CustodyPlace,
    reason: string,
  ): string {
    const id = Buffer.from(this.#entropy.bytes(8)).toString('hex');
    const card = `${origin === 'blank' ? 'b' : 'o'}-${id}`;
    this.touched.note(card, null);
    this.#lines.open({ card, origin, transactionId }, { at: this.#clock.now(), place, reason, act: null });
    return card;
  }
}
