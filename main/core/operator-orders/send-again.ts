import type { IdempotencyKey } from '../../../src/brand.ts';
import type { KioskOrder } from '../../../src/contracts/configuration/orders.ts';
import { priorityOf } from '../sync/priority.ts';
import type { OrderEnd } from './carry-out-order.ts';
import { letterOf, type OrderGround } from './order-ground.ts';

/**
 * A dead letter goes back into the outbox under its own key: however often it is sent, the centre does it once (INV-4).
 * What the authority has decided about is decided, and its payload is gone.
 */
export function sendAgain(order: KioskOrder, { store, clock, sync }: OrderGround): OrderEnd {
  const found = letterOf(order, store);
  if (!found) {
    const queued = order.key === null ? null : store.outbox.find(order.key as IdempotencyKey);
    return queued ? { outcome: 'done', detail: 'on-its-way' } : { outcome: 'not-there', detail: null };
  }
  const { letter, transaction } = found;
  if (letter.decidedByAuthority) return { outcome: 'not-possible', detail: 'decided-by-authority' };
  store.deadLetters.moveToOutbox(letter.key, priorityOf(letter.kind), clock.now());
  // It was ended without this act; it ends anew when that has ended.
  if (transaction.closedAt !== null) store.journal.reopen(transaction.transactionId);
  sync.wakeSender();
  return { outcome: 'done', detail: null };
}
