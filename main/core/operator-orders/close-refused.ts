import {
  OPERATION_REFUSALS,
  type OperationOutcome,
  type OperationRefusal,
} from '../../../src/contracts/central/operations.ts';
import type { KioskOrder } from '../../../src/contracts/configuration/orders.ts';
import { priorityOf } from '../sync/priority.ts';
import { InvariantBroken } from '../transactions/append-checked.ts';
import type { OrderEnd } from './carry-out-order.ts';
import { letterOf, type OrderGround } from './order-ground.ts';

/**
 * The "no" stands: the request gets the end it would have had if the authority had said no, by the same way, and the
 * resident is told so wherever they ask. Money that was paid for it goes back as after any refusal (INV-1).
 */
export function closeRefused(order: KioskOrder, { store, transactions, clock }: OrderGround): OrderEnd {
  const found = letterOf(order, store);
  if (!found) return { outcome: 'not-there', detail: null };
  const { letter, transaction } = found;
  const { key, kind, code } = letter;
  const now = clock.now();
  if (!letter.decidedByAuthority) {
    if (transaction.closedAt !== null) store.journal.reopen(transaction.transactionId);
    store.deadLetters.moveToOutbox(key, priorityOf(kind), now);
    const item = store.outbox.find(key);
    if (!item) throw new Error(`outbox item ${key} is gone`);
    transactions.recorder.answered(item, refusalOf(code), now);
    if (store.outbox.find(key)) throw new InvariantBroken(`${kind} can't be closed as refused`);
  }
  store.deadLetters.conclude(key, now);
  return { outcome: 'done', detail: null };
}

const isRefusal = (code: string): code is OperationRefusal =>
  OPERATION_REFUSALS.some((known) => known === code);

/** A problem's code has no sentence for residents: theirs is that a counter does it. */
const refusalOf = (code: string): OperationOutcome => ({
  state: 'refused',
  code: isRefusal(code) ? code : 'counter-only',
});
