import { expect, it } from 'vitest';
import type { KioskId } from '../../../src/brand.ts';
import { newOfficeKeys, rootOf } from '../../../src/configuration/memory/offices.ts';
import type { KioskOrder } from '../../../src/contracts/configuration/orders.ts';
import { newFolder, storeIn } from '../test-kiosk.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { order } from './attacks/statements.ts';
import { carryOutOrders } from './carry-out-orders.ts';

const named = (orderId: string): KioskOrder => ({
  orderId,
  kind: 'send-again',
  reference: 'YKT-1',
  key: 'k-1',
  decidedBy: ['O-0001', 'O-0002'],
});

it('INV-4 has an order carried out once and for all, and tells the result again where it is asked again', async () => {
  const keys = await newOfficeKeys();
  const timers = new VirtualClock(Date.UTC(2026, 0, 5, 1));
  const store = storeIn(newFolder(), timers);
  store.identity.enrolled('kiosk-1' as KioskId);
  const { orders } = store.configuration;
  const done: string[] = [];
  const onOrder = ({ orderId }: KioskOrder) => {
    done.push(orderId);
    if (orderId === 'order-breaks') return;
    orders.answered({ orderId, outcome: 'done', detail: null }, timers.now());
  };
  const say = async (...ids: string[]) =>
    carryOutOrders(
      { store, timers, onOrder },
      rootOf(keys, 1),
      (await order(keys.director, { orders: ids.map(named) })).orders,
    );
  expect(await say('order-01', 'order-breaks')).toBeNull();
  expect(orders.unacknowledged(20).map(({ orderId }) => orderId)).toEqual(['order-01']);
  orders.acknowledged(['order-01']);
  expect(await say('order-01', 'order-02')).toBeNull();
  expect(done).toEqual(['order-01', 'order-breaks', 'order-02']);
  expect(orders.unacknowledged(20).map(({ orderId }) => orderId)).toEqual(['order-01', 'order-02']);
  await timers.advance(10 * 60_000);
  expect(await say('order-03')).toBe('orders-expired');
  expect(done).not.toContain('order-03');
});
