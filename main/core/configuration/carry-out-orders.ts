import { checkOrders, type OrdersTrouble } from '../../../src/configuration/check-orders.ts';
import type { SignedStatement, TrustRoot } from '../../../src/contracts/configuration/keys.ts';
import { trustedNow, type UpdaterOptions } from './updater-options.ts';

/**
 * Has operators' orders carried out, each once and for all: one that was answered before is answered the same again.
 * What became of them is told with the next poll. Trouble: nothing of it is carried out, for the director did not say it.
 */
export async function carryOutOrders(
  options: Pick<UpdaterOptions, 'store' | 'timers' | 'onOrder'>,
  root: TrustRoot,
  statement: SignedStatement,
): Promise<OrdersTrouble | null> {
  const { configuration, identity } = options.store;
  const kioskId = identity.load().kioskId ?? '';
  const checked = await checkOrders(statement, { root, kioskId, now: trustedNow(options) });
  if (!checked.ok) return checked.error;
  for (const order of checked.value) {
    if (configuration.orders.find(order.orderId) === null) options.onOrder(order);
    else configuration.orders.askedAgain(order.orderId);
  }
  return null;
}
