import type { IdempotencyKey, TransactionId } from '../../../src/brand.ts';
import { type Operation, type OperationKind, operation } from '../../../src/contracts/central/operations.ts';
import type { Connection, Row } from './connection.ts';
import type { PayloadCipher } from './payload-cipher.ts';
import { Touched } from './touched.ts';

export interface NewOutboxItem {
  readonly key: IdempotencyKey;
  readonly transactionId: TransactionId;
  readonly operation: Operation;
  /** Lower goes first; see `main/core/sync/priority.ts`. */
  readonly priority: number;
  /** Social security number: kept as a keyed hash only. */
  readonly resident: string;
  readonly at: number;
}

export interface OutboxItem {
  readonly sequence: number;
  readonly key: IdempotencyKey;
  readonly transactionId: TransactionId;
  readonly kind: OperationKind;
  readonly priority: number;
  /** Keyed hash in hex: items of one resident keep their order. */
  readonly residentHash: string;
  /** `in-progress`: the authority has it and has not decided, so ask; never a second key. */
  readonly state: 'waiting' | 'in-progress';
  readonly attempts: number;
  readonly enqueuedAt: number;
  readonly nextAt: number;
}

/** Whose an item is and what it is, without its payload. */
export type OutboxName = Pick<OutboxItem, 'key' | 'transactionId' | 'kind'>;

export interface OutboxFigures {
  readonly waiting: number;
  /** When the oldest item was enqueued; null when there is none. */
  readonly oldestAt: number | null;
}

const COLUMNS = `sequence, idempotency_key, transaction_id, kind, priority, resident_hash, state, attempts,
  enqueued_at, next_at`;
/** The priority of what overtakes even its own resident's other items (`main/core/sync/priority.ts`). */
const FIRST_OF_ALL = 0;

/**
 * Only the first item of each resident may go: order is kept per resident, not across residents. A loss report waits
 * for nothing (LOSS-5): whatever else this resident asked for, the card is blocked first.
 */
const FIRST_OF_RESIDENT = `(outbox.priority = ${FIRST_OF_ALL} OR NOT EXISTS (SELECT 1 FROM outbox AS earlier
  WHERE earlier.resident_hash = outbox.resident_hash AND earlier.sequence < outbox.sequence))`;

/** What must reach the authority. Rows leave only when its answer is stored (INV-4). */
export class OutboxStore {
  /** Keys that came or went, with their transactions. */
  readonly touched = new Touched<IdempotencyKey, TransactionId>();
  readonly #connection: Connection;
  readonly #cipher: PayloadCipher;
  readonly #newest: () => number;
  readonly #figures: () => OutboxFigures;

  constructor(connection: Connection, cipher: PayloadCipher) {
    this.#connection = connection;
    this.#cipher = cipher;
    this.#newest = connection.remembered(['outbox'], () =>
      Number(connection.get('SELECT MAX(sequence) AS newest FROM outbox')?.newest ?? 0),
    );
    this.#figures = connection.remembered(['outbox'], () => {
      const row = connection.get('SELECT COUNT(*) AS waiting, MIN(enqueued_at) AS oldest FROM outbox');
      const oldest = row?.oldest;
      return { waiting: Number(row?.waiting ?? 0), oldestAt: typeof oldest === 'number' ? oldest : null };
    });
  }

  enqueue(item: NewOutboxItem): void {
    this.touched.note(item.key, item.transactionId);
    const plain = Buffer.from(JSON.stringify(item.operation));
    this.#connection.run(
      `INSERT INTO outbox (idempotency_key, transaction_id, kind, priority, resident_hash, sealed, state,
         enqueued_at, next_at)
       VALUES (:key, :transaction, :kind, :priority, :resident, :sealed, 'waiting', :at, :at)`,
      {
        key: item.key,
        transaction: item.transactionId,
        kind: item.operation.kind,
        priority: item.priority,
        resident: this.#cipher.keyedHash('resident', item.resident),
        sealed: this.#cipher.seal(plain, { table: 'outbox', row: item.key }),
        at: item.at,
      },
    );
    plain.fill(0);
  }

  /** Items that may be sent now, most urgent first. The `+` keeps SQLite on the index in that order. */
  sendable(now: number, limit: number): OutboxItem[] {
    return this.#connection
      .all(
        `SELECT ${COLUMNS} FROM outbox WHERE +next_at <= :now AND ${FIRST_OF_RESIDENT}
         ORDER BY priority, sequence LIMIT :limit`,
        { now, limit },
      )
      .map(fromRow);
  }

  /**
   * The clock was set back: whatever waits longer than anything may wait goes now. Otherwise it would wait as long as
   * the clock was wrong.
   */
  neverBeyond(latest: number, now: number): void {
    this.#connection.run('UPDATE outbox SET next_at = :now WHERE next_at > :latest', { latest, now });
  }

  /** When the next item that is first of its resident becomes due after `now`; null when none will. */
  nextDueAfter(now: number): number | null {
    const row = this.#connection.get(
      `SELECT next_at AS due FROM outbox WHERE next_at > :now AND ${FIRST_OF_RESIDENT} ORDER BY next_at LIMIT 1`,
      { now },
    );
    return typeof row?.due === 'number' ? row.due : null;
  }

  find(key: IdempotencyKey): OutboxItem | null {
    const row = this.#connection.get(`SELECT ${COLUMNS} FROM outbox WHERE idempotency_key = :key`, { key });
    return row ? fromRow(row) : null;
  }

  /** The operation itself, opened. Throws where the item is gone or its seal is broken. */
  operation(key: IdempotencyKey): Operation {
    const row = this.#connection.get('SELECT sealed FROM outbox WHERE idempotency_key = :key', { key });
    if (!row) throw new Error(`outbox item ${key} is gone`);
    const plain = this.#cipher.open(row.sealed as Buffer, { table: 'outbox', row: key });
    try {
      return operation.parse(JSON.parse(plain.toString('utf8')));
    } finally {
      plain.fill(0);
    }
  }

  postpone(key: IdempotencyKey, to: Pick<OutboxItem, 'state' | 'attempts' | 'nextAt'>): void {
    this.#connection.run(
      'UPDATE outbox SET state = :state, attempts = :attempts, next_at = :nextAt WHERE idempotency_key = :key',
      { key, ...to },
    );
  }

  /** The link is back: whatever waited for its next try may go at once. */
  resetBackOff(now: number): void {
    this.#connection.run('UPDATE outbox SET attempts = 0, next_at = :now WHERE next_at > :now', { now });
  }

  /** Call only in the commit that stores the authority's answer. The payload's pages are zeroed. */
  remove(key: IdempotencyKey): void {
    const item = this.find(key);
    if (item) this.touched.note(key, item.transactionId);
    this.#connection.run('DELETE FROM outbox WHERE idempotency_key = :key', { key });
  }

  /** Every item's name, however long the queue. */
  names(): OutboxName[] {
    return this.#connection.all('SELECT idempotency_key, transaction_id, kind FROM outbox').map((row) => ({
      key: String(row.idempotency_key) as IdempotencyKey,
      transactionId: String(row.transaction_id) as TransactionId,
      kind: String(row.kind) as OperationKind,
    }));
  }

  /** Number of the newest item; 0 when there is none. Numbers are never used again. */
  newest(): number {
    return this.#newest();
  }

  figures(): OutboxFigures {
    return this.#figures();
  }
}

function fromRow(row: Row): OutboxItem {
  return {
    sequence: Number(row.sequence),
    key: String(row.idempotency_key) as IdempotencyKey,
    transactionId: String(row.transaction_id) as TransactionId,
    kind: String(row.kind) as OperationKind,
    priority: Number(row.priority),
    residentHash: (row.resident_hash as Buffer).toString('hex'),
    state: row.state === 'in-progress' ? 'in-progress' : 'waiting',
    attempts: Number(row.attempts),
    enqueuedAt: Number(row.enqueued_at),
    nextAt: Number(row.next_at),
  };
}
