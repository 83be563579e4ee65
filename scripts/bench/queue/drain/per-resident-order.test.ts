import { expect, it } from 'vitest';
import type { IdempotencyKey } from '../../../../src/brand.ts';
import type { QueuedItem } from './outage.ts';
import { outOfOrder } from './per-resident-order.ts';

const item = (key: string, resident: number): QueuedItem => ({
  key: key as IdempotencyKey,
  resident,
  poison: null,
  behind: null,
});
const queued = [item('a1', 1), item('b1', 2), item('a2', 1), item('b2', 2), item('a3', 1)];

it('residents may overtake each other, nobody overtakes themselves', () => {
  expect(outOfOrder(queued, ['b1', 'b2', 'a1', 'somebody else', 'a2', 'a3'])).toBe(0);
  expect(outOfOrder(queued, ['a2', 'a1', 'b1', 'a3', 'b2'])).toBe(1);
  expect(outOfOrder(queued, ['a3', 'a2', 'a1'])).toBe(2);
});
