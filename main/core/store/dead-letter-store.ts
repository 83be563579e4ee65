import type { IdempotencyKey, TransactionId } from '../../../src/brand.ts';
import type { OperationKind } from '../../../src/contracts/central/operations.ts';
import type { Connection, Row } from './connection.ts';
import { Touched } from './touched.ts';

/** An operation the authority refused for good: an end state that resident and operator can see (INV-4). */
export interface DeadLetter {
  readonly key: IdempotencyKey;
  readonly transactionId: TransactionId;
  readonly kind: OperationKind;
  /** The refusal, or the code of the problem document. */
  readonly code: string;
  /**
   * True: the authority has the operation and said no, so its payload is gone from the kiosk. False: it would not
   * take the operation in at all (a problem document), so the sealed payload stays for the operator.
   */
  readonly decidedByAuthority: boolean;
  readonly at: number;
  /** When people at the desk said that nothing more is to be done; null: it waits for them. */
  readonly concludedAt: number | null;
}

const COLUMNS = 'idempotency_key, transaction_id, kind, code, decided_by_authority, at, concluded_at';

export class DeadLetterStore {
  /** Keys that came, with their transactions. */
  readonly touched = new Touched<IdempotencyKey, TransactionId>();
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /**
   * Moves the outbox item here, in the commit that writes the outcome row. A payload that stays remains sealed to
   * the outbox row it was made for: it is still the same item.
   */
  moveFromOutbox(key: IdempotencyKey, code: string, decidedByAuthority: boolean, at: number): void {
    const row = this.#connection.get('SELECT * FROM outbox WHERE idempotency_key = :key', { key });
    if (!row) throw new Error(`outbox item ${key} is gone`);
    this.touched.note(key, String(row.transaction_id) as TransactionId);
    this.#connection.run(
      `INSERT INTO dead_letter (idempotency_key, transaction_id, kind, code, decided_by_authority, at,
         resident_hash, sealed)
       VALUES (:key, :transaction, :kind, :code, :decided, :at, :resident, :sealed)`,
      {
        key,
        transaction: String(row.transaction_id),
        kind: String(row.kind),
        code,
        decided: decidedByAuthority ? 1 : 0,
        at,
        resident: row.resident_hash as Buffer,
        sealed: decidedByAuthority ? null : (row.sealed as Buffer),
      },
    );
    this.#connection.run('DELETE FROM outbox WHERE idempotency_key = :key', { key });
  }

  /**
   * Back into the outbox under its own key, with the payload it had: the centre dedupes by it (INV-4). Call only for one
   * that nobody decided about.
   */
  moveToOutbox(key: IdempotencyKey, priority: number, at: number): void {
    const letter = this.find(key);
    if (letter?.decidedByAuthority !== false) throw new Error(`dead letter ${key} can't be sent again`);
    this.touched.note(key, letter.transactionId);
    this.#connection.run(
      `INSERT INTO outbox (idempotency_key, transaction_id, kind, priority, resident_hash, sealed, state,
         enqueued_at, next_at)
       SELECT idempotency_key, transaction_id, kind, :priority, resident_hash, sealed, 'waiting', :at, :at
       FROM dead_letter WHERE idempotency_key = :key`,
      { key, priority, at },
    );
    this.#connection.run('DELETE FROM dead_letter WHERE idempotency_key = :key', { key });
  }

  /** It stays for good as what became of the operation; nobody need look at it any more. */
  conclude(key: IdempotencyKey, at: number): void {
    this.#connection.run(
      'UPDATE dead_letter SET concluded_at = :at WHERE idempotency_key = :key AND concluded_at IS NULL',
      { key, at },
    );
  }

  /** Those that wait for people, oldest first. */
  waiting(): DeadLetter[] {
    return this.#connection
      .all(`SELECT ${COLUMNS} FROM dead_letter WHERE concluded_at IS NULL ORDER BY at`)
      .map(fromRow);
  }

  all(): DeadLetter[] {
    return this.#connection.all(`SELECT ${COLUMNS} FROM dead_letter ORDER BY at`).map(fromRow);
  }

  find(key: IdempotencyKey): DeadLetter | null {
    const sql = `SELECT ${COLUMNS} FROM dead_letter WHERE idempotency_key = :key`;
    const row = this.#connection.get(sql, { key });
    return row ? fromRow(row) : null;
  }

  /** Keys of one transaction that the centre would not take in at all: nobody decided about them. */
  notTakenIn(id: TransactionId): ReadonlySet<IdempotencyKey> {
    const rows = this.#connection.all(
      'SELECT idempotency_key FROM dead_letter WHERE transaction_id = :id AND decided_by_authority = 0',
      { id },
    );
    return new Set(rows.map((row) => String(row.idempotency_key) as IdempotencyKey));
  }

  count(): number {
    return Number(this.#connection.get('SELECT COUNT(*) AS letters FROM dead_letter')?.letters ?? 0);
  }
}

function fromRow(row: Row): DeadLetter {
  return {
    key: String(row.idempotency_key) as IdempotencyKey,
    transactionId: String(row.transaction_id) as TransactionId,
    kind: String(row.kind) as OperationKind,
    code: String(row.code),
    decidedByAuthority: row.decided_by_authority === 1,
    at: Number(row.at),
    concludedAt: row.concluded_at === null ? null : Number(row.concluded_at),
  };
}
