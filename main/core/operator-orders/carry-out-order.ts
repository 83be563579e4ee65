import type { KioskOrder, OrderResult } from '../../../src/contracts/configuration/orders.ts';
import { unreachable } from '../../../src/result.ts';
import { InvariantBroken } from '../transactions/append-checked.ts';
import { closeRefused } from './close-refused.ts';
import type { OrderGround } from './order-ground.ts';
import { sendAgain } from './send-again.ts';

/** What became of an order, without its name. */
export type OrderEnd = Omit<OrderResult, 'orderId'>;

/**
 * Carries out what people at the desk decided about a request that is stuck here, and stores its answer in the same
 * commit: whenever power fails, it was carried out and is answered, or neither (INV-4). An order that was answered
 * before is answered the same, and nothing is done.
 */
export function carryOutOrder(order: KioskOrder, ground: OrderGround): OrderResult {
  const before = ground.store.configuration.orders.find(order.orderId);
  if (before) return before;
  try {
    return inOneCommit(order, ground, () => endOf(order, ground));
  } catch (error) {
    if (!(error instanceof InvariantBroken)) throw error;
    // The journal could not be read with it: nothing of it was written.
    return inOneCommit(order, ground, () => ({ outcome: 'not-possible', detail: 'journal-contradictory' }));
  }
}

function inOneCommit(
  { orderId, kind, reference, decidedBy }: KioskOrder,
  { store, clock, sync }: OrderGround,
  act: () => OrderEnd,
): OrderResult {
  const said = store.transaction(() => {
    const { outcome, detail } = act();
    const result = { orderId, outcome, detail };
    store.configuration.orders.answered(result, clock.now());
    store.audit.record('order-carried-out', {
      order: orderId,
      kind,
      reference,
      outcome,
      decidedBy: decidedBy.join(', '),
    });
    return result;
  });
  // Whoever decided sees at the desk what it has come to.
  sync.heartbeatSoon();
  return said;
}

function endOf(order: KioskOrder, ground: OrderGround): OrderEnd {
  const { store, transactions, clock, sync } = ground;
  const { kind, reference, key } = order;
  switch (kind) {
    case 'send-again':
      return sendAgain(order, ground);
    case 'close-refused':
      return closeRefused(order, ground);
    case 'settle-done':
    case 'settle-not-done': {
      const settled = transactions.settleByWord({ reference, key, happened: kind === 'settle-done' });
      if (settled.ok) return { outcome: 'done', detail: null };
      const outcome = settled.error === 'not-there' ? 'not-there' : 'not-possible';
      return { outcome, detail: settled.error };
    }
    case 'ask-again':
      store.outbox.resetBackOff(clock.now());
      sync.wakeSender();
      // Settling looks at everything that is open, too.
      transactions.devicesChanged();
      return { outcome: 'done', detail: null };
    default:
      return unreachable(kind);
  }
}
