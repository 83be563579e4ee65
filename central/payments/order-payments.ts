import type { OperationRefusal, PaymentCreate } from '../../src/contracts/central/operations.ts';
import type { PaymentStatusAnswer } from '../../src/contracts/central/queries.ts';
import type { Decision } from '../authority/card-authority.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Queries } from '../database/tables.ts';
import type { PackPolicies } from '../director/packs.ts';
import type { Foundations } from '../foundations.ts';
import { instantIn, instantNow } from '../moments.ts';
import { decideLater } from '../operations/decide-later.ts';
import { randomHex } from '../secrets.ts';
import type { Acquirer } from './acquirer.ts';
import { look } from './look.ts';
import {
  changeOrder,
  findOrder,
  granted,
  type Order,
  ownMoney,
  type Refund,
  refundsOf,
  undecided,
} from './orders.ts';
import type { Payments } from './payments.ts';
import { paymentStatus } from './status.ts';

const refused = (code: OperationRefusal): Decision => ({ state: 'refused', code });
const IN_PROGRESS: Decision = { state: 'in-progress' };

const sumOfItems = ({ items }: PaymentCreate): number => items.reduce((sum, { fen }) => sum + fen, 0);

export interface OrderPayments extends Payments {
  /** GET /v1/payments/{key}: asks the acquirer; never charges. */
  status(orderKey: string): Promise<PaymentStatusAnswer>;
  /** The acquirer says that something happened to an order of this id. */
  notice(orderId: string): Promise<void>;
  /** Asks about everything that is open, owed or may still be paid late. Answers how many orders were looked at. */
  sweep(): Promise<number>;
}

/**
 * Orders of money over the service's own tables. Money in less money out is what paid orders cost that were not given
 * back (INV-1); what the acquirer does not answer is asked about again and never charged a second time.
 */
export function orderPayments(
  foundations: Pick<Foundations, 'queries' | 'clock' | 'entropy'>,
  acquirer: Acquirer,
  policies: PackPolicies,
): OrderPayments {
  const { clock, entropy } = foundations;
  const lookAt = (queries: Queries, order: Order) => look(foundations, acquirer, queries, order);
  const write = async (
    queries: Queries,
    refund: { orderKey: string; amountFen: number; reason: Refund['reason']; key: string },
    state: 'undecided' | 'pending',
  ): Promise<void> => {
    await queries
      .insertInto('payment_refund')
      .values({
        refund_id: refund.key,
        order_key: refund.orderKey,
        amount_fen: refund.amountFen,
        reason: refund.reason,
        automatic: 0,
        state,
        created_at: instantNow(clock),
        accepted_at: null,
      })
      .execute();
  };
  const inOneCommit = <T>(act: (queries: Queries) => Promise<T>): Promise<T> =>
    inTransaction(foundations.queries, act);

  return {
    create: async (queries, order, { key, kioskId }) => {
      // Two figures that disagree: nobody may be charged either of them.
      if (sumOfItems(order) !== order.amountFen) return refused('amount-too-large');
      const now = instantNow(clock);
      const { paymentPolicy } = await policies.of(queries, kioskId, order.pack);
      const seconds = Math.min(order.expiresAfterSeconds, paymentPolicy.expiresAfterSeconds);
      const row: Order = {
        order_key: key,
        order_id: `YK${randomHex(entropy, 12)}`,
        receipt_reference: order.receiptReference,
        social_security_number: order.socialSecurityNumber,
        items: JSON.stringify(order.items),
        amount_fen: order.amountFen,
        qr: null,
        created_at: now,
        expires_at: instantIn(clock, seconds),
        state: 'asked',
        ended_at: null,
        look_at: now,
      };
      await queries.insertInto('payment_order').values(row).execute();
      const { order: made } = await lookAt(queries, row);
      if (made.qr === null) return IN_PROGRESS;
      const { qr, amount_fen: amountFen, expires_at: expiresAt } = made;
      return { state: 'done', result: { kind: 'payment.create', qr, amountFen, expiresAt } };
    },

    cancel: async (queries, { order: orderKey }) => {
      const found = await findOrder(queries, orderKey);
      if (!found) return refused('order-unknown');
      // Nobody holds a QR code of an order that is only asked for: it is not made just to be closed.
      const { order } = found.state === 'asked' ? { order: found } : await lookAt(queries, found);
      if (order.state === 'paid') return refused('already-paid');
      if (undecided(order)) {
        await changeOrder(queries, orderKey, { state: 'cancelled', ended_at: instantNow(clock) });
        await decideLater(queries, orderKey, { state: 'void' });
        await lookAt(queries, { ...order, state: 'cancelled', ended_at: instantNow(clock) });
      }
      return { state: 'done', result: { kind: 'payment.cancel' } };
    },

    refund: async (queries, { order: orderKey, amountFen, reason }, key) => {
      const found = await findOrder(queries, orderKey);
      if (!found) return refused('order-unknown');
      const { order, answered } = await lookAt(queries, found);
      const waits = undecided(order) && !answered;
      const left = ownMoney(order) - granted(await refundsOf(queries, orderKey));
      if (!waits && amountFen > left) return refused('amount-too-large');
      // While the acquirer is silent nobody knows whether there is something to give back.
      await write(queries, { orderKey, amountFen, reason, key }, waits ? 'undecided' : 'pending');
      if (waits) return IN_PROGRESS;
      await lookAt(queries, order);
      return { state: 'done', result: { kind: 'payment.refund', refundedFen: amountFen } };
    },

    promise: async (queries, { order: orderKey, amountFen, reason }, key) => {
      const order = await findOrder(queries, orderKey);
      if (!order) return refused('order-unknown');
      const left = ownMoney(order) - granted(await refundsOf(queries, orderKey));
      if (amountFen > left) return refused('amount-too-large');
      await write(queries, { orderKey, amountFen, reason, key }, 'pending');
      return { state: 'done', result: { kind: 'payment.refund', refundedFen: amountFen } };
    },

    paidFor: async (queries, orderKey) => {
      const order = await findOrder(queries, orderKey);
      if (!order) return null;
      return {
        paidFen: ownMoney(order),
        refundedFen: granted(await refundsOf(queries, orderKey)),
        socialSecurityNumber: order.social_security_number,
      };
    },

    status: (orderKey) =>
      inOneCommit(async (queries) => {
        const found = await findOrder(queries, orderKey);
        if (!found) return { state: 'none', paidFen: 0, refundedFen: 0 };
        const { order, answered } = await lookAt(queries, found);
        return paymentStatus(order, answered, await refundsOf(queries, orderKey));
      }),

    notice: (orderId) =>
      inOneCommit(async (queries) => {
        const order = await queries
          .selectFrom('payment_order')
          .selectAll()
          .where('order_id', '=', orderId)
          .executeTakeFirst();
        if (order) await lookAt(queries, order);
      }),

    sweep: async () => {
      const owed = foundations.queries
        .selectFrom('payment_refund')
        .select('order_key')
        .where('state', 'in', ['pending', 'undecided']);
      const due = await foundations.queries
        .selectFrom('payment_order')
        .select('order_key')
        .where((either) =>
          either.or([either('look_at', '<=', instantNow(clock)), either('order_key', 'in', owed)]),
        )
        .execute();
      for (const { order_key } of due) {
        await inOneCommit(async (queries) => {
          const order = await findOrder(queries, order_key);
          if (order) await lookAt(queries, order);
        });
      }
      return due.length;
    },
  };
}
