import type { KioskOrder, OrderResult } from '../../../src/contracts/configuration/orders.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Store } from '../store/open-store.ts';

export interface OrderGround {
  readonly outbox: Pick<Store['outbox'], 'resetBackOff'>;
  readonly clock: Clock;
  readonly wakeSender: () => void;
}

/**
 * What this kiosk does of what operators decided. Whatever changes a journal by a decision from afar is answered as not
 * possible: a technician settles it in front of the machine, where the card lies.
 */
export function carryOutOrder(
  { kind, orderId }: KioskOrder,
  { outbox, clock, wakeSender }: OrderGround,
): OrderResult {
  switch (kind) {
    case 'ask-again':
      outbox.resetBackOff(clock.now());
      wakeSender();
      return { orderId, outcome: 'done', detail: null };
    case 'send-again':
    case 'close-refused':
    case 'settle-done':
    case 'settle-not-done':
      return { orderId, outcome: 'not-possible', detail: 'settle it at the kiosk' };
  }
}
