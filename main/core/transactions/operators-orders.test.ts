import { expect, it } from 'vitest';
import { ORDER_KINDS } from '../../../src/contracts/configuration/orders.ts';
import { carryOutOrder } from './operators-orders.ts';

it('INV-4 asks again at once when told to, and changes no journal from afar', () => {
  const acts: string[] = [];
  const ground = {
    outbox: { resetBackOff: (now: number) => acts.push(`due at ${now}`) },
    clock: { now: () => 5 },
    wakeSender: () => acts.push('woken'),
  };
  const outcomes = ORDER_KINDS.map((kind) => {
    const order = { orderId: 'order-0001', kind, reference: 'YKT-1', key: null, decidedBy: ['O-0001'] };
    return [kind, carryOutOrder(order, ground).outcome];
  });
  expect(Object.fromEntries(outcomes)).toEqual({
    'send-again': 'not-possible',
    'close-refused': 'not-possible',
    'settle-done': 'not-possible',
    'settle-not-done': 'not-possible',
    'ask-again': 'done',
  });
  expect(acts).toEqual(['due at 5', 'woken']);
});
