import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { BlankPlace, OwnCardPlace } from '../../main/core/store/custody-places.ts';

/** Cards by the place where the kiosk's ledger has them. */
export type CardsAt<Place extends string> = Readonly<Partial<Record<Place, number>>>;

/** What a kiosk has written down about cards and requests. */
export interface KioskLedger {
  readonly loaded: number;
  readonly blanks: CardsAt<BlankPlace>;
  readonly ownCards: CardsAt<OwnCardPlace>;
  /** Cards kept or rejected without a word of why (INV-5). */
  readonly unexplained: number;
  readonly openTransactions: number;
  readonly waiting: number;
  readonly deadLetters: number;
}

const LAST_MOVES = `SELECT card.origin, move.place, move.reason FROM custody_card AS card
  JOIN custody_move AS move ON move.card = card.card
  WHERE move.sequence = (SELECT MAX(sequence) FROM custody_move WHERE card = card.card)`;

interface LastMove {
  readonly origin: 'blank' | 'resident';
  readonly place: BlankPlace | OwnCardPlace;
  readonly reason: string;
}

/** Reads the store of a kiosk's folder beside whoever writes it. */
export function fromStore<T>(kioskFolder: string, read: (store: Database.Database) => T): T {
  const store = new Database(join(kioskFolder, 'store.db'), { readonly: true, timeout: 2_000 });
  try {
    return read(store);
  } finally {
    store.close();
  }
}

/** What the kiosk has on disk at this moment. */
export const readKioskLedger = (kioskFolder: string): KioskLedger =>
  fromStore(kioskFolder, (store) => {
    const count = (sql: string) => Number(store.prepare(sql).pluck().get() ?? 0);
    const moves = store.prepare<[], LastMove>(LAST_MOVES).all();
    const at = (origin: LastMove['origin']) =>
      Map.groupBy(
        moves.filter((move) => move.origin === origin),
        ({ place }) => place,
      );
    return {
      loaded: count('SELECT SUM(blanks) FROM custody_load'),
      blanks: counted(at('blank')),
      ownCards: counted(at('resident')),
      unexplained: moves.filter(({ reason }) => reason.trim() === '').length,
      openTransactions: count('SELECT COUNT(*) FROM resident_transaction WHERE closed_at IS NULL'),
      waiting: count('SELECT COUNT(*) FROM outbox'),
      deadLetters: count('SELECT COUNT(*) FROM dead_letter'),
    };
  });

const counted = <Place extends string>(cards: ReadonlyMap<Place, readonly unknown[]>): CardsAt<Place> =>
  Object.fromEntries([...cards].map(([place, { length }]) => [place, length])) as CardsAt<Place>;
