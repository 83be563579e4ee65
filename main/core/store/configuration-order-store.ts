import type { OrderResult } from '../../../src/contracts/configuration/orders.ts';
import type { Connection, Row } from './connection.ts';

/** Results of operators' orders: told until they are acknowledged, remembered for ever. */
export class ConfigurationOrderStore {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  find(orderId: string): OrderResult | null {
    const row = this.#connection.get('SELECT * FROM configuration_order WHERE order_id = :orderId', {
      orderId,
    });
    return row ? resultIn(row) : null;
  }

  /** The first result stands. May join the commit in which the order is carried out. */
  answered({ orderId, outcome, detail }: OrderResult, at: number): void {
    this.#connection.run(
      `INSERT INTO configuration_order (order_id, outcome, detail, at) VALUES (:orderId, :outcome, :detail, :at)
       ON CONFLICT (order_id) DO NOTHING`,
      { orderId, outcome, detail, at },
    );
  }

  /** Oldest first. */
  unacknowledged(limit: number): OrderResult[] {
    return this.#connection
      .all('SELECT * FROM configuration_order WHERE acknowledged = 0 ORDER BY at, order_id LIMIT :limit', {
        limit,
      })
      .map(resultIn);
  }

  /** The centre has them. */
  acknowledged(orderIds: readonly string[]): void {
    this.#connection.transaction(() => {
      for (const orderId of orderIds) this.#acknowledge(orderId, 1);
    });
  }

  /** The centre asks for it again: it has no result, perhaps from a backup. */
  askedAgain(orderId: string): void {
    this.#acknowledge(orderId, 0);
  }

  #acknowledge(orderId: string, acknowledged: 0 | 1): void {
    this.#connection.run(
      'UPDATE configuration_order SET acknowledged = :acknowledged WHERE order_id = :orderId',
      { orderId, acknowledged },
    );
  }
}

const resultIn = (row: Row): OrderResult => ({
  orderId: String(row.order_id),
  outcome: String(row.outcome) as OrderResult['outcome'],
  detail: row.detail === null ? null : String(row.detail),
});
