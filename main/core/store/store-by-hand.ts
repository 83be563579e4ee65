import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { RequestEntry } from '../../../src/transaction/request-entries.ts';
import { storeIn } from '../test-kiosk.ts';
import type { CustodyPlace } from './custody-places.ts';
import type { Store } from './open-store.ts';

/** A store whose rows a test writes past the store's own classes, as no run of the program would. */
export class StoreByHand {
  readonly #folder: string;
  readonly #sqlite: Database.Database;
  #references = 0;

  constructor(folder: string) {
    this.#folder = folder;
    storeIn(folder).close();
    this.#sqlite = new Database(join(folder, 'store.db'));
  }

  /** The same file through the store's classes; nothing is written by hand any more. */
  open(): Store {
    this.#sqlite.close();
    return storeIn(this.#folder);
  }

  load(blanks: number): void {
    this.#run(
      'INSERT INTO custody_load (at, blanks, total, reason) VALUES (0, ?, ?, ?)',
      blanks,
      blanks,
      'loaded',
    );
  }

  request(id: string, entries: readonly RequestEntry[], closed: boolean, service = 'replace'): void {
    this.#transaction(id, 'request', service, closed);
    this.#entries(id, entries);
  }

  /** An application through the outbox, its entries by name. */
  application(
    id: string,
    entries: readonly ('intent' | 'done' | 'refused')[],
    { queued, key = 'k-1', closed = false }: { queued: boolean; key?: string; closed?: boolean },
  ): void {
    this.#transaction(id, 'queued', 'apply', closed);
    const detail = { intent: {}, done: { result: 'done' }, refused: { result: 'refused', code: 'has-card' } };
    const rows = entries.map((entry) => {
      const kind = entry === 'intent' ? 'intent' : 'outcome';
      return { kind, act: 'submit', key: 'k-1', detail: detail[entry] };
    });
    this.#entries(id, rows);
    if (!queued) return;
    this.#run(
      `INSERT INTO outbox (idempotency_key, transaction_id, kind, priority, resident_hash, state, enqueued_at,
         next_at, sealed) VALUES (?, ?, 'application.submit', 50, x'00', 'waiting', 0, 0, x'00')`,
      key,
      id,
    );
  }

  blank(
    card: string,
    id: string,
    path: readonly CustodyPlace[],
    { place = path.at(-1) ?? 'transport', reason = 'moved' }: { place?: CustodyPlace; reason?: string } = {},
  ): void {
    this.#card(card, 'blank', id, path, place, reason);
  }

  own(card: string, path: readonly CustodyPlace[], reason = 'not-taken'): void {
    this.#card(card, 'resident', null, path, path.at(-1) ?? 'latched', reason);
  }

  miscount(place: CustodyPlace, cards: number): void {
    this.#run('UPDATE custody_count SET cards = ? WHERE place = ?', cards, place);
  }

  #card(
    card: string,
    origin: string,
    id: string | null,
    path: readonly CustodyPlace[],
    place: CustodyPlace,
    reason: string,
  ): void {
    this.#run(
      `INSERT INTO custody_card (card, origin, transaction_id, opened, place, reason) VALUES (?, ?, ?, 1, ?, ?)`,
      card,
      origin,
      id,
      place,
      reason,
    );
    for (const one of path) {
      this.#run('INSERT INTO custody_move (card, at, place, reason) VALUES (?, 0, ?, ?)', card, one, reason);
    }
    this.#run(
      `INSERT INTO custody_count (origin, place, cards) VALUES (?, ?, 1)
       ON CONFLICT (origin, place) DO UPDATE SET cards = cards + 1`,
      origin,
      place,
    );
  }

  #transaction(id: string, course: string, service: string, closed: boolean): void {
    this.#references += 1;
    this.#run(
      `INSERT INTO resident_transaction (transaction_id, course, service, receipt_reference, idempotency_key,
         opened_at, closed_at) VALUES (?, ?, ?, ?, ?, 0, ?)`,
      id,
      course,
      service,
      `YKT-${this.#references}`,
      `k-${this.#references}`,
      closed ? 1 : null,
    );
  }

  #entries(
    id: string,
    entries: readonly { kind: string; act: string; key: string | null; detail: object }[],
  ): void {
    for (const [at, { kind, act, key, detail }] of entries.entries()) {
      this.#run(
        `INSERT INTO journal (transaction_id, sequence, at, kind, act, idempotency_key, detail)
         VALUES (?, ?, 0, ?, ?, ?, ?)`,
        id,
        at + 1,
        kind,
        act,
        key,
        JSON.stringify(detail),
      );
    }
  }

  #run(sql: string, ...parameters: (string | number | null)[]): void {
    this.#sqlite.prepare(sql).run(...parameters);
  }
}
