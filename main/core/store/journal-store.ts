import type { IdempotencyKey, ReceiptReference, TransactionId } from '../../../src/brand.ts';
import type { RequestEntry, RequestService } from '../../../src/transaction/request-entries.ts';
import type { JournalEntry, SingleActService } from '../../../src/transaction/settle.ts';
import type { Connection, Row } from './connection.ts';
import { Touched } from './touched.ts';

/** What the authority gave: a number and, where there is one, a day. A receipt printed later says it. */
export interface Given {
  readonly number: string | null;
  readonly day: string | null;
}

/** One resident's transaction as the store keeps it: no name, no number, only what ties its rows together. */
interface StoredNames {
  readonly transactionId: TransactionId;
  readonly reference: ReceiptReference;
  readonly key: IdempotencyKey;
  /** Milliseconds since the epoch. */
  readonly openedAt: number;
}
interface StoredEnd {
  readonly closedAt: number | null;
  readonly given: Given | null;
}
/** One act, through the outbox or at once. */
interface SingleAct {
  readonly course: 'queued' | 'immediate';
  readonly service: SingleActService;
}
/** Money, acts and a card in one (settlement.md). */
interface Request {
  readonly course: 'request';
  readonly service: RequestService;
}
export type NewTransaction = StoredNames & (SingleAct | Request);
export type StoredSingleAct = StoredNames & StoredEnd & SingleAct;
export type StoredRequest = StoredNames & StoredEnd & Request;
export type StoredTransaction = StoredSingleAct | StoredRequest;

/** So many transactions are read at once where all of them are. */
const PAGE = 500;

/** Transactions and their journals. */
export class JournalStore {
  /** Transactions of which something was written. */
  readonly touched = new Touched<TransactionId>();
  readonly #connection: Connection;
  readonly #countOpen: () => number;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#countOpen = connection.remembered(['resident_transaction'], () => {
      const row = connection.get(
        'SELECT COUNT(*) AS unclosed FROM resident_transaction WHERE closed_at IS NULL',
      );
      return Number(row?.unclosed ?? 0);
    });
  }

  open(transaction: NewTransaction): void {
    this.touched.note(transaction.transactionId, null);
    this.#connection.run(
      `INSERT INTO resident_transaction (transaction_id, course, service, receipt_reference, idempotency_key,
         opened_at)
       VALUES (:id, :course, :service, :reference, :key, :at)`,
      {
        id: transaction.transactionId,
        course: transaction.course,
        service: transaction.service,
        reference: transaction.reference,
        key: transaction.key,
        at: transaction.openedAt,
      },
    );
  }

  append(id: TransactionId, entry: JournalEntry | RequestEntry, at: number): void {
    this.touched.note(id, null);
    this.#connection.run(
      `INSERT INTO journal (transaction_id, sequence, at, kind, act, idempotency_key, detail)
       SELECT :id, 1 + COALESCE(MAX(sequence), 0), :at, :kind, :act, :key, :detail
       FROM journal WHERE transaction_id = :id`,
      { id, at, kind: entry.kind, act: entry.act, key: entry.key, detail: JSON.stringify(entry.detail) },
    );
  }

  close(id: TransactionId, at: number): void {
    this.touched.note(id, null);
    this.#connection.run(
      'UPDATE resident_transaction SET closed_at = :at WHERE transaction_id = :id AND closed_at IS NULL',
      { id, at },
    );
  }

  /** One of its acts is on its way again: it ends when that has ended. */
  reopen(id: TransactionId): void {
    this.touched.note(id, null);
    this.#connection.run('UPDATE resident_transaction SET closed_at = NULL WHERE transaction_id = :id', {
      id,
    });
  }

  given(id: TransactionId, { number, day }: Given): void {
    this.#connection.run(
      `UPDATE resident_transaction SET given_number = COALESCE(:number, given_number),
         given_day = COALESCE(:day, given_day)
       WHERE transaction_id = :id`,
      { id, number, day },
    );
  }

  /** In order, unchecked: `parseJournal` or `parseRequest` reads them. */
  entries(id: TransactionId): unknown[] {
    return this.#connection
      .all('SELECT * FROM journal WHERE transaction_id = :id ORDER BY sequence', { id })
      .map(entryFrom);
  }

  /** Every transaction there ever was with its entries, unchecked as above; a page of them in memory at a time. */
  *everyJournal(): Generator<{ readonly transaction: StoredTransaction; readonly entries: unknown[] }> {
    let after = '';
    for (;;) {
      const page = this.#connection.all(
        `SELECT * FROM resident_transaction WHERE transaction_id > :after ORDER BY transaction_id
         LIMIT ${PAGE}`,
        { after },
      );
      const last = page.at(-1);
      if (!last) return;
      const upTo = String(last.transaction_id);
      const rows = this.#connection.all(
        `SELECT transaction_id, kind, act, idempotency_key, detail FROM journal
         WHERE transaction_id > :after AND transaction_id <= :upTo ORDER BY transaction_id, sequence`,
        { after, upTo },
      );
      const journals = Map.groupBy(rows, (row) => String(row.transaction_id));
      for (const row of page) {
        const entries = (journals.get(String(row.transaction_id)) ?? []).map(entryFrom);
        yield { transaction: fromRow(row), entries };
      }
      after = upTo;
    }
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

  /** Open ones that do not simply wait for their turn in the outbox: after an outage those are thousands. */
  openBesideOutbox(): StoredTransaction[] {
    return this.#connection
      .all(
        "SELECT * FROM resident_transaction WHERE closed_at IS NULL AND course <> 'queued' ORDER BY opened_at",
      )
      .map(fromRow);
  }

  /** Every request with money or a card there ever was: for the balance (INV-1). */
  requests(): StoredRequest[] {
    return this.#connection
      .all("SELECT * FROM resident_transaction WHERE course = 'request' ORDER BY opened_at")
      .map(fromRow)
      .filter((transaction) => transaction.course === 'request');
  }

  countOpen(): number {
    return this.#countOpen();
  }
}

const entryFrom = (row: Row): unknown => ({
  kind: row.kind,
  act: row.act,
  key: row.idempotency_key,
  detail: JSON.parse(String(row.detail)),
});

function fromRow(row: Row): StoredTransaction {
  const names = {
    transactionId: String(row.transaction_id) as TransactionId,
    reference: String(row.receipt_reference) as ReceiptReference,
    key: String(row.idempotency_key) as IdempotencyKey,
    openedAt: Number(row.opened_at),
    closedAt: row.closed_at === null ? null : Number(row.closed_at),
    given:
      row.given_number === null && row.given_day === null
        ? null
        : { number: textOrNull(row.given_number), day: textOrNull(row.given_day) },
  };
  if (row.course === 'request') {
    return { ...names, course: 'request', service: String(row.service) as RequestService };
  }
  const course = row.course === 'immediate' ? 'immediate' : 'queued';
  return { ...names, course, service: String(row.service) as SingleActService };
}

const textOrNull = (value: Row[string] | undefined): string | null =>
  value === null || value === undefined ? null : String(value);
