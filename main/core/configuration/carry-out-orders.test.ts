import { expect, it } from 'vitest';
import type { KioskOrder } from '../../../src/contracts/configuration/orders.ts';
import { newFolder, storeIn } from '../test-kiosk.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { carryOutOrders } from './carry-out-orders.ts';

const order = (orderId: string): KioskOrder => ({
  orderId,
  kind: 'send-again',
  reference: 'YKT-1',
  key: 'k-1',
  decidedBy: ['O-0001', 'O-0002'],
});

it('INV-4 carries an order out once and for all, and tells the result again where it is asked again', async () => {
  const store = storeIn(newFolder());
  const done: string[] = [];
  const parts = {
    store,
    timers: new VirtualClock(),
    onOrders: async (orders: readonly KioskOrder[]) =>
      orders
        .filter(({ orderId }) => orderId !== 'order-takes-long')
        .map(({ orderId }) => {
          done.push(orderId);
          return { orderId, outcome: 'done' as const, detail: null };
        }),
  };
  const { orders } = store.configuration;
  await carryOutOrders(parts, [order('order-01'), order('order-takes-long')]);
  expect(orders.unacknowledged(20).map(({ orderId }) => orderId)).toEqual(['order-01']);
  orders.acknowledged(['order-01']);
  await carryOutOrders(parts, [order('order-01'), order('order-02')]);
  expect(done).toEqual(['order-01', 'order-02']);
  expect(orders.unacknowledged(20).map(({ orderId }) => orderId)).toEqual(['order-01', 'order-02']);
  const told = store.audit.all().filter(({ event }) => event === 'order-carried-out');
  expect(told.map(({ detail }) => detail)).toMatchObject([
    { order: 'order-01', outcome: 'done', decidedBy: 'O-0001, O-0002', reference: 'YKT-1' },
    { order: 'order-02' },
  ]);
});
