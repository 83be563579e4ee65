import type { IdempotencyKey, ReceiptReference, TransactionId } from '../../../src/brand.ts';
import type { JournalEntry, JournalledService } from '../../../src/transaction/settle.ts';
import type { Connection, Row } from './connection.ts';

/** One resident's transaction as the store keeps it: no name, no number, only what ties its rows together. */
export interface StoredTransaction {
  readonly transactionId: TransactionId;
  readonly service: JournalledService;
  readonly reference: ReceiptReference;
  readonly key: IdempotencyKey;
  /** Milliseconds since the epoch. */
  readonly openedAt: number;
  readonly closedAt: number | null;
  /** What the authority gave for an application; a receipt printed later says it. */
  readonly application: { readonly applicationNumber: string; readonly readyBy: string } | null;
}

/** Transactions and their journals. */
export class JournalStore {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  open(transaction: Omit<StoredTransaction, 'closedAt' | 'application'>): void {
    this.#connection.run(
      `INSERT INTO resident_transaction (transaction_id, service, receipt_reference, idempotency_key, opened_at)
       VALUES (:id, :service, :reference, :key, :at)`,
      {
        id: transaction.transactionId,
        service: transaction.service,
        reference: transaction.reference,
        key: transaction.key,
        at: transaction.openedAt,
      },
    );
  }

  append(id: TransactionId, entry: JournalEntry, at: number): void {
    this.#connection.run(
      `INSERT INTO journal (transaction_id, sequence, at, kind, act, idempotency_key, detail)
       SELECT :id, 1 + COALESCE(MAX(sequence), 0), :at, :kind, :act, :key, :detail
       FROM journal WHERE transaction_id = :id`,
      { id, at, kind: entry.kind, act: entry.act, key: entry.key, detail: JSON.stringify(entry.detail) },
    );
  }

  close(id: TransactionId, at: number): void {
    this.#connection.run(
      'UPDATE resident_transaction SET closed_at = :at WHERE transaction_id = :id AND closed_at IS NULL',
      { id, at },
    );
  }

  applicationGiven(id: TransactionId, given: NonNullable<StoredTransaction['application']>): void {
    this.#connection.run(
      `UPDATE resident_transaction SET application_number = :number, ready_by = :readyBy
       WHERE transaction_id = :id`,
      { id, number: given.applicationNumber, readyBy: given.readyBy },
    );
  }

  /** In order, unchecked: `parseJournal` reads them. */
  entries(id: TransactionId): unknown[] {
    return this.#connection
      .all('SELECT * FROM journal WHERE transaction_id = :id ORDER BY sequence', { id })
      .map((row) => ({
        kind: row.kind,
        act: row.act,
        key: row.idempotency_key,
        detail: JSON.parse(String(row.detail)),
      }));
  }

  find(id: TransactionId): StoredTransaction | null {
    const row = this.#connection.get('SELECT * FROM resident_transaction WHERE transaction_id = :id', { id });
    return row ? fromRow(row) : null;
  }

  openTransactions(): StoredTransaction[] {
    return this.#connection
      .all('SELECT * FROM resident_transaction WHERE closed_at IS NULL ORDER BY opened_at')
      .map(fromRow);
  }

  countOpen(): number {
    const row = this.#connection.get(
      'SELECT COUNT(*) AS unclosed FROM resident_transaction WHERE closed_at IS NULL',
    );
    return Number(row?.unclosed ?? 0);
  }
}

function fromRow(row: Row): StoredTransaction {
  return {
    transactionId: String(row.transaction_id) as TransactionId,
    service: String(row.service) as JournalledService,
    reference: String(row.receipt_reference) as ReceiptReference,
    key: String(row.idempotency_key) as IdempotencyKey,
    openedAt: Number(row.opened_at),
    closedAt: row.closed_at === null ? null : Number(row.closed_at),
    application:
      row.application_number === null
        ? null
        : { applicationNumber: String(row.application_number), readyBy: String(row.ready_by) },
  };
}
