import type { KioskOrder } from '../../../src/contracts/configuration/orders.ts';
import type { UpdaterOptions } from './updater-options.ts';

/**
 * Carries out operators' orders, each once and for all: one that was answered before is answered the same again. What
 * became of them is told with the next poll.
 */
export async function carryOutOrders(
  { store, timers, onOrders }: Pick<UpdaterOptions, 'store' | 'timers' | 'onOrders'>,
  orders: readonly KioskOrder[],
): Promise<void> {
  const { configuration, audit, transaction } = store;
  const fresh: KioskOrder[] = [];
  for (const order of orders) {
    if (configuration.orders.find(order.orderId) === null) fresh.push(order);
    else configuration.orders.askedAgain(order.orderId);
  }
  if (fresh.length === 0) return;
  for (const result of await onOrders(fresh)) {
    const order = fresh.find(({ orderId }) => orderId === result.orderId);
    if (!order) continue;
    transaction(() => {
      configuration.orders.answered(result, timers.now());
      audit.record('order-carried-out', {
        order: order.orderId,
        kind: order.kind,
        reference: order.reference,
        outcome: result.outcome,
        decidedBy: order.decidedBy.join(', '),
      });
    });
  }
}
