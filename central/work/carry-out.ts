import type { KioskOrder } from '../../src/contracts/configuration/orders.ts';
import type { WorkItemRow } from '../../src/contracts/console/work.ts';
import { unreachable } from '../../src/result.ts';
import type { Queries, Tables } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { instantNow } from '../moments.ts';
import type { Payments } from '../payments/payments.ts';
import { choiceOf } from './decision-rows.ts';
import { owedOfOrder } from './paid-orders.ts';

export interface DeskParts {
  readonly foundations: Foundations;
  readonly payments: Payments;
}

type Decision = Tables['work_decision'];

/** What a decision has come to. `sent`: somebody else has to answer first. */
export type CarriedOut =
  | { readonly state: 'sent'; readonly kioskId: string | null }
  | { readonly state: 'done' | 'failed'; readonly result: string };

/** The order's key: a second order for one decision is the same one. */
const orderIdOf = ({ decision_id }: Decision): string => `order-${decision_id}`;
/** INV-1: the refund's key at the acquirer: whatever happens, it is asked for once. */
export const refundIdOf = ({ decision_id }: Pick<Decision, 'decision_id'>): string => `desk-${decision_id}`;

/**
 * Does what was decided, within the commit that notes it as decided: an order for the kiosk, which answers with one of
 * its next polls, or an act of the centre.
 */
export async function carryOut(
  { foundations, payments }: DeskParts,
  q: Queries,
  item: WorkItemRow & { readonly key: string },
  decision: Decision,
): Promise<CarriedOut> {
  const choice = choiceOf(decision);
  switch (choice) {
    case 'send-again':
    case 'close-refused':
    case 'settle-done':
    case 'settle-not-done':
    case 'ask-again':
      return order(foundations, q, item, decision, choice);
    case 'refund':
      return refund(payments, q, item.key, null, decision);
    case 'refund-again':
      return refundAgain(payments, q, item.key, decision);
    case 'keep-money':
    case 'looked-at':
      return { state: 'done', result: choice };
    default:
      return unreachable(choice);
  }
}

async function order(
  { clock }: Pick<Foundations, 'clock'>,
  q: Queries,
  item: WorkItemRow & { readonly key: string },
  decision: Decision,
  kind: KioskOrder['kind'],
): Promise<CarriedOut> {
  const { kioskId, reference, facts } = item;
  if (kioskId === null) return { state: 'failed', result: 'no-kiosk' };
  const orderId = orderIdOf(decision);
  const body: KioskOrder = {
    orderId,
    kind,
    reference: kind === 'ask-again' ? null : reference,
    key: kind === 'ask-again' || facts.ownKey === false ? null : item.key,
    decidedBy: [decision.proposed_by, ...(decision.confirmed_by === null ? [] : [decision.confirmed_by])],
  };
  await q
    .insertInto('kiosk_order')
    .values({
      order_id: orderId,
      kiosk_id: kioskId,
      decision_id: decision.decision_id,
      body: JSON.stringify(body),
      ordered_at: instantNow(clock),
      outcome: null,
      detail: null,
      answered_at: null,
    })
    .execute();
  return { state: 'sent', kioskId };
}

/** Gives back what is owed of an order at this moment, `atMostFen` of it; never more than was paid for it (INV-1). */
async function refund(
  payments: Payments,
  q: Queries,
  orderKey: string,
  atMostFen: number | null,
  decision: Decision,
): Promise<CarriedOut> {
  const owed = await owedOfOrder(q, orderKey);
  if (owed === null || owed.owedFen <= 0) return { state: 'failed', result: 'nothing-owed' };
  const answer = await payments.promise(
    q,
    {
      kind: 'payment.refund',
      receiptReference: owed.reference,
      order: orderKey,
      amountFen: Math.min(owed.owedFen, atMostFen ?? owed.owedFen),
      reason: 'service-not-delivered',
    },
    refundIdOf(decision),
  );
  if (answer.state === 'refused') return { state: 'failed', result: answer.code };
  // The acquirer hears of it after the commit, with one of the next sweeps, however long it is silent.
  return { state: 'sent', kioskId: null };
}

async function refundAgain(
  payments: Payments,
  q: Queries,
  refundId: string,
  decision: Decision,
): Promise<CarriedOut> {
  const before = await q
    .selectFrom('payment_refund')
    .select(['order_key', 'amount_fen'])
    .where('refund_id', '=', refundId)
    .executeTakeFirst();
  if (!before) return { state: 'failed', result: 'nothing-owed' };
  return refund(payments, q, before.order_key, before.amount_fen, decision);
}
