import type { PaymentCancel, PaymentCreate, PaymentRefund } from '../../src/contracts/central/operations.ts';
import type { Decision } from '../authority/card-authority.ts';
import type { Sent } from '../authority/decision.ts';
import type { Queries } from '../database/tables.ts';

/** What has become of the money of one order, in fen, and whose it is. */
export interface PaidOrder {
  readonly paidFen: number;
  readonly refundedFen: number;
  readonly socialSecurityNumber: string;
}

/** Orders of money at the acquirer. `key` is the idempotency key of the operation; an order is named by its `create`'s. */
export interface Payments {
  create(queries: Queries, order: PaymentCreate, sent: Sent): Promise<Decision>;
  cancel(queries: Queries, cancellation: PaymentCancel, key: string): Promise<Decision>;
  refund(queries: Queries, refund: PaymentRefund, key: string): Promise<Decision>;
  /**
   * Grants a refund of a paid order without a word to the acquirer, who takes it with one of the next sweeps: for a commit
   * that may still be undone, or made again and come out otherwise.
   */
  promise(queries: Queries, refund: PaymentRefund, key: string): Promise<Decision>;
  /** What was paid on an order; null where no such order was ever created. No effect. */
  paidFor(queries: Queries, orderKey: string): Promise<PaidOrder | null>;
}
