import { beforeAll, describe, expect, it } from 'vitest';
import type { OrdersPayload } from '../contracts/configuration/orders.ts';
import { checkOrders } from './check-orders.ts';
import { newOfficeKeys, type OfficeKeys, rootOf, signed } from './memory/offices.ts';

const NOW = Date.UTC(2026, 0, 5, 1);
let keys: OfficeKeys;
beforeAll(async () => {
  keys = await newOfficeKeys();
});

const check = async (own: Partial<OrdersPayload>, by = keys.director, now = NOW) => {
  const said = {
    type: 'yikatong-orders',
    kioskId: 'kiosk-1',
    issuedAt: '2026-01-05T01:00:00Z',
    expiresAt: '2026-01-05T01:10:00Z',
    orders: [
      {
        orderId: 'order-0001',
        kind: 'send-again',
        reference: 'YKT-1',
        key: 'k-1',
        decidedBy: ['O-0001', 'O-0002'],
      },
    ],
    ...own,
  };
  const read = await checkOrders(await signed(said, by), { root: rootOf(keys, 1), kioskId: 'kiosk-1', now });
  return read.ok ? read.value.length : read.error;
};

describe('orders of operators', () => {
  it('INV-4 are this kiosk’s, from the director, and said now', async () => {
    expect(await check({})).toBe(1);
    expect(await check({ kioskId: 'kiosk-2' })).toBe('not-for-this-kiosk');
    expect(await check({}, keys.policy)).toBe('signatures-missing');
    expect(await check({}, keys.director, Date.UTC(2026, 0, 5, 1, 10))).toBe('orders-expired');
    expect(await check({}, keys.director, Date.UTC(2027, 0, 1))).toBe('root-expired');
  });

  it('INV-4 say nothing but orders: no other statement of the director is taken for them', async () => {
    expect(await check({ type: 'yikatong-assignment' as never })).toBe('content-invalid');
    expect(await check({ orders: [] })).toBe('content-invalid');
    expect(await check({ more: 'than agreed' } as never)).toBe('content-invalid');
  });
});
