import type { Result } from '../../src/result.ts';
import type { Queries } from '../database/tables.ts';

export interface AcquirerPayment {
  /** The acquirer's own name for it: the same payment is never counted twice. */
  readonly paymentId: string;
  readonly amountFen: number;
}

/** What the acquirer says of one order. Money may have come whatever the state is. */
export interface AcquirerOrder {
  /** `paid`: in time. `expired` and `closed`: money that came before, after or all the same is nobody's due. */
  readonly state: 'open' | 'paid' | 'expired' | 'closed';
  /** In the order they came. */
  readonly payments: readonly AcquirerPayment[];
}

/** No answer came: it may have been done or not. Every call may be repeated with the same ids. */
export type Unanswered = 'unanswered';

/**
 * Whoever takes the money (a bank's or network's code payment). The reference implementation keeps its books in the
 * service's own database within the caller's transaction; one elsewhere acts once for each id it is given.
 */
export interface Acquirer {
  /** Makes the order, or finds it made; answers the text of its QR code. */
  create(
    queries: Queries,
    order: { readonly orderId: string; readonly amountFen: number; readonly expiresAt: string },
  ): Promise<Result<string, Unanswered>>;
  /** null where it never had such an order. */
  query(queries: Queries, orderId: string): Promise<Result<AcquirerOrder | null, Unanswered>>;
  /** An open order can be paid no more; any other stays what it is. */
  close(queries: Queries, orderId: string): Promise<Result<void, Unanswered>>;
  /** `refused`: not now; the debt stays and is offered again. */
  refund(
    queries: Queries,
    refund: { readonly refundId: string; readonly orderId: string; readonly amountFen: number },
  ): Promise<Result<'accepted' | 'refused', Unanswered>>;
}
