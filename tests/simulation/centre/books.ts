import { createHash } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';
import type { Tables } from '../../../central/database/tables.ts';
import { sumOf } from '../../../central/payments/acquirer-books.ts';
import type { AcquirerCounter } from '../../../central/payments/reference-acquirer.ts';
import { operationOutcome } from '../../../src/contracts/central/operations.ts';
import type { BookedOperation, BookedOrder, CentreTotals } from './centre-contract.ts';

/** Reads rows of the centre's tables; every statement is prepared once. */
export class Reader {
  readonly #connection: Database;
  readonly #prepared = new Map<string, Statement<(string | number)[], unknown>>();

  constructor(connection: Database) {
    this.#connection = connection;
  }

  /** The type says which table the rows are of. */
  all<Row>(sql: string, ...values: readonly (string | number)[]): readonly Row[] {
    let statement = this.#prepared.get(sql);
    if (!statement) {
      statement = this.#connection.prepare<(string | number)[]>(sql);
      this.#prepared.set(sql, statement);
    }
    return statement.all(...values) as Row[];
  }

  one<Row>(sql: string, ...values: readonly (string | number)[]): Row | null {
    return this.all<Row>(sql, ...values)[0] ?? null;
  }
}

const bookedOperation = (row: Tables['operation']): BookedOperation => ({
  key: row.idempotency_key,
  kind: row.kind,
  receiptReference: row.receipt_reference,
  outcome: operationOutcome.parse(JSON.parse(row.outcome)),
});

/** Operations of one receipt, or of one key, in the order they came. */
export function operationsIn(
  reader: Reader,
  which: { readonly receiptReference: string } | { readonly key: string },
): readonly BookedOperation[] {
  const [column, value] =
    'key' in which ? ['idempotency_key', which.key] : ['receipt_reference', which.receiptReference];
  return reader
    .all<Tables['operation']>(`select * from operation where ${column} = ? order by rowid`, value)
    .map(bookedOperation);
}

/** Keys of everything that is done. */
export const doneKeys = (reader: Reader): readonly string[] =>
  reader
    .all<{ key: string }>("select idempotency_key as key from operation where state = 'done' order by rowid")
    .map(({ key }) => key);

type OrderRow = Tables['acquirer_order'] &
  Partial<Pick<Tables['payment_order'], 'order_key' | 'receipt_reference'>>;

function bookedOrder(reader: Reader, acquirer: AcquirerCounter, row: OrderRow): BookedOrder {
  const movements = reader.all<Tables['acquirer_movement']>(
    'select * from acquirer_movement where order_id = ? order by sequence',
    row.order_id,
  );
  return {
    id: row.order_id,
    qr: acquirer.qrOf(row.order_id),
    amountFen: row.amount_fen,
    state: acquirer.stateOf(row),
    receivedFen: sumOf(movements, 'in'),
    refundedFen: sumOf(movements, 'out'),
    key: row.order_key ?? null,
    receiptReference: row.receipt_reference ?? null,
  };
}

const ORDERS = `select acquirer_order.*, payment_order.order_key, payment_order.receipt_reference`;

export function orderByQr(reader: Reader, acquirer: AcquirerCounter, qr: string): BookedOrder | null {
  const orderId = qr.slice(qr.lastIndexOf('/') + 1);
  const row = reader.one<OrderRow>(
    `${ORDERS} from acquirer_order left join payment_order using (order_id) where order_id = ?`,
    orderId,
  );
  return row === null || acquirer.qrOf(orderId) !== qr ? null : bookedOrder(reader, acquirer, row);
}

/** Orders that belong to one receipt, in the order they were made. */
export const ordersOf = (
  reader: Reader,
  acquirer: AcquirerCounter,
  receipt: string,
): readonly BookedOrder[] =>
  reader
    .all<OrderRow>(
      `${ORDERS} from payment_order join acquirer_order using (order_id)
      where payment_order.receipt_reference = ? order by payment_order.rowid`,
      receipt,
    )
    .map((row) => bookedOrder(reader, acquirer, row));

/** Counted by the database itself while rows come, so that it does not matter how many there were. */
export const COUNTERS = `
  create table counted_done (kind text primary key not null, times integer not null) strict;
  create table counted_money (direction text primary key not null, fen integer not null) strict;
  create trigger count_done after update of state on operation
    when new.state = 'done' and old.state <> 'done' and new.kind is not null
    begin
      insert into counted_done values (new.kind, 1) on conflict (kind) do update set times = times + 1;
    end;
  create trigger count_money after insert on acquirer_movement
    begin
      insert into counted_money values (new.direction, new.amount_fen)
        on conflict (direction) do update set fen = fen + new.amount_fen;
    end;
  create index payment_order_by_receipt on payment_order (receipt_reference);
  create index authority_note_by_person on authority_note (social_security_number);`;

export function totalsIn(reader: Reader): CentreTotals {
  const done = reader.all<{ kind: string; times: number }>('select * from counted_done order by kind');
  const money = reader.all<{ direction: string; fen: number }>('select * from counted_money');
  const fen = (direction: string) => money.find((one) => one.direction === direction)?.fen ?? 0;
  const findings = reader.one<{ findings: number }>('select count(*) as findings from audit_finding');
  return {
    receivedFen: fen('in'),
    refundedFen: fen('out'),
    done: Object.fromEntries(done.map(({ kind, times }) => [kind, times])),
    auditFindings: findings?.findings ?? 0,
  };
}

/** One hash over all rows of all books. */
export function hashOf(reader: Reader): string {
  const hash = createHash('sha256');
  const tables = reader.all<{ name: string }>(
    "select name from sqlite_schema where type = 'table' and name not like 'kysely_%' order by name",
  );
  for (const { name } of tables)
    hash.update(`${name} ${JSON.stringify(reader.all(`select * from "${name}" order by rowid`))}\n`);
  return hash.digest('hex').slice(0, 32);
}
