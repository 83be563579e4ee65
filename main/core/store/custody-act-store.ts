import type { Clock } from '../../../src/ports/clock.ts';
import type { Connection, Row } from './connection.ts';

/** What a technician did with cards. */
export type CustodyActKind = 'load' | 'count' | 'empty' | 'place';

/** What was asked for. The same act asked for twice is the same in all of this. */
export interface CustodyActAsked {
  /** Chosen by whoever asks: an act that is asked for again after a power cut has the same one. */
  readonly act: string;
  readonly technician: string;
  readonly kind: CustodyActKind;
  /** `stack`, a bin, or a card's line. */
  readonly subject: string;
  readonly counted: number | null;
  readonly found: string | null;
}

export interface CustodyAct extends CustodyActAsked {
  readonly begunAt: number;
  /** By the ledger when the act was written down; null where nothing was counted. */
  readonly expected: number | null;
  /** null: intended, and not known to be done. */
  readonly endedAt: number | null;
  /** Where a card was placed. Of a stack that was counted: the blanks that were out of sight then. */
  readonly endedAs: string | null;
}

/** Technicians' acts with cards, each once (INV-3). A count that differs stays beside what was expected. */
export class CustodyActStore {
  readonly #connection: Connection;
  readonly #clock: Clock;

  constructor(connection: Connection, clock: Clock) {
    this.#connection = connection;
    this.#clock = clock;
  }

  /** The intent. Throws where the act is there already. */
  begin({ act, kind, subject, technician, counted, found }: CustodyActAsked, expected: number | null): void {
    this.#connection.run(
      `INSERT INTO custody_act (act, kind, subject, technician, begun_at, expected, counted, found)
       VALUES (:act, :kind, :subject, :technician, :at, :expected, :counted, :found)`,
      { act, kind, subject, technician, at: this.#clock.now(), expected, counted, found },
    );
  }

  end(act: string, as: string | null = null): void {
    this.#connection.run(
      'UPDATE custody_act SET ended_at = :at, ended_as = :as WHERE act = :act AND ended_at IS NULL',
      { act, at: this.#clock.now(), as },
    );
  }

  find(act: string): CustodyAct | null {
    const row = this.#connection.get('SELECT * FROM custody_act WHERE act = :act', { act });
    return row ? fromRow(row) : null;
  }

  /** The last acts whose count was not what the ledger expected, newest first. */
  differences(limit: number): CustodyAct[] {
    return this.#connection
      .all(
        `SELECT * FROM custody_act
         WHERE ended_at IS NOT NULL AND kind IN ('count', 'empty') AND counted <> expected
         ORDER BY ended_at DESC, act LIMIT :limit`,
        { limit },
      )
      .map(fromRow);
  }

  /** Whether the stack was counted while this blank was out of sight. */
  countedWithout(card: string): boolean {
    const row = this.#connection.get(
      `SELECT 1 AS found FROM custody_act
       WHERE kind = 'count' AND ended_at IS NOT NULL AND instr(' ' || ended_as || ' ', ' ' || :card || ' ') > 0
       LIMIT 1`,
      { card },
    );
    return row !== undefined;
  }

  /** Cards that an act moved, in order. */
  cardsOf(act: string): string[] {
    return this.#connection
      .all('SELECT card FROM custody_move WHERE act = :act ORDER BY sequence', { act })
      .map(({ card }) => String(card));
  }
}

const numberOrNull = (value: Row[string] | undefined): number | null =>
  value === null || value === undefined ? null : Number(value);
const textOrNull = (value: Row[string] | undefined): string | null =>
  value === null || value === undefined ? null : String(value);

const fromRow = (row: Row): CustodyAct => ({
  act: String(row.act),
  technician: String(row.technician),
  kind: String(row.kind) as CustodyActKind,
  subject: String(row.subject),
  begunAt: Number(row.begun_at),
  expected: numberOrNull(row.expected),
  counted: numberOrNull(row.counted),
  found: textOrNull(row.found),
  endedAt: numberOrNull(row.ended_at),
  endedAs: textOrNull(row.ended_as),
});
