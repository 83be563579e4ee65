import type { IdempotencyKey, ReceiptReference, TransactionId } from '../../../src/brand.ts';
import type { ServiceId } from '../../../src/contracts/service.ts';
import type { Connection, Row } from './connection.ts';

/** One resident's transaction as the store keeps it: no name, no number, only what ties its rows together. */
export interface StoredTransaction {
  readonly transactionId: TransactionId;
  readonly service: ServiceId;
  readonly reference: ReceiptReference;
  readonly key: IdempotencyKey;
  /** Milliseconds since the epoch. */
  readonly openedAt: number;
  readonly closedAt: number | null;
}

/** Transactions and their journals. `Entry` is the row type of `src/transaction`; entries hold codes only. */
export class JournalStore<Entry> {
  readonly #connection: Connection;
  readonly #parse: (entry: unknown) => Entry;

  /** `parse` checks an entry as it is read back and throws where it is not one. */
  constructor(connection: Connection, parse: (entry: unknown) => Entry) {
    this.#connection = connection;
    this.#parse = parse;
  }

  open(transaction: Omit<StoredTransaction, 'closedAt'>): void {
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

  append(id: TransactionId, entry: Entry, at: number): void {
    this.#connection.run(
      `INSERT INTO journal (transaction_id, sequence, at, entry)
       SELECT :id, 1 + COALESCE(MAX(sequence), 0), :at, :entry FROM journal WHERE transaction_id = :id`,
      { id, at, entry: JSON.stringify(entry) },
    );
  }

  close(id: TransactionId, at: number): void {
    this.#connection.run(
      'UPDATE resident_transaction SET closed_at = :at WHERE transaction_id = :id AND closed_at IS NULL',
      { id, at },
    );
  }

  entries(id: TransactionId): Entry[] {
    return this.#connection
      .all('SELECT entry FROM journal WHERE transaction_id = :id ORDER BY sequence', { id })
      .map((row) => this.#parse(JSON.parse(String(row.entry))));
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
      'SELECT COUNT(*) AS open FROM resident_transaction WHERE closed_at IS NULL',
    );
    return Number(row?.open ?? 0);
  }
}

function fromRow(row: Row): StoredTransaction {
  return {
    transactionId: String(row.transaction_id) as TransactionId,
    service: String(row.service) as ServiceId,
    reference: String(row.receipt_reference) as ReceiptReference,
    key: String(row.idempotency_key) as IdempotencyKey,
    openedAt: Number(row.opened_at),
    closedAt: row.closed_at === null ? null : Number(row.closed_at),
  };
}
