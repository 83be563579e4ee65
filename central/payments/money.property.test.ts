import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CARD_FEN, EXPIRES_SECONDS, ORDER_FEN, type PaymentBench, paymentBench } from './payment-bench.ts';
import { ACQUIRER_MODES } from './reference-acquirer.ts';

let bench: PaymentBench;
beforeAll(async () => {
  bench = await paymentBench();
});
afterAll(() => bench.central.close());

const ORDERS = 2;
const step = fc.record({
  act: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('pay', 'pay-twice', 'refuse', 'expire') },
    { weight: 8, arbitrary: fc.constantFrom('create', 'cancel', 'status', 'refund-part', 'refund-all') },
    { weight: 3, arbitrary: fc.constantFrom('sweep', 'pass') },
    { weight: 6, arbitrary: fc.constantFrom(...ACQUIRER_MODES) },
  ),
  which: fc.nat({ max: ORDERS - 1 }),
});
type Step = { act: string; which: number };

async function walk(keys: readonly string[], { act, which }: Step): Promise<void> {
  const key = keys[which] ?? '';
  switch (act) {
    case 'create':
      await bench.create(key);
      return;
    case 'pay':
    case 'pay-twice':
    case 'refuse':
    case 'expire':
      return bench.payer(key, act);
    case 'cancel':
      await bench.cancel(key);
      return;
    case 'status':
      await bench.status(key);
      return;
    case 'refund-part':
    case 'refund-all':
      await bench.refund(key, act === 'refund-all' ? ORDER_FEN : CARD_FEN);
      return;
    case 'sweep':
      return bench.sweep();
    case 'pass':
      return bench.pass(EXPIRES_SECONDS);
    default:
      await bench.mode(ACQUIRER_MODES.find((mode) => mode === act) ?? 'normal');
  }
}

describe('INV-1 under any sequence', () => {
  it('INV-1 money in less money out is what paid orders cost that were not given back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
        const keys = Array.from({ length: ORDERS }, () => randomUUID());
        await bench.mode('normal');
        await bench.create(keys[0] ?? '');
        for (const one of steps) {
          await walk(keys, one);
          for (const { receivedFen, refundedFen } of (await bench.orders()).orders) {
            expect(refundedFen).toBeLessThanOrEqual(receivedFen);
          }
        }
        // A quiescent point: the acquirer answers, every order has ended, what is promised was sent.
        await bench.mode('normal');
        await bench.pass(EXPIRES_SECONDS);
        await bench.sweep();
        await bench.sweep();
        for (const key of keys) {
          const { state, paidFen, refundedFen } = await bench.status(key);
          expect(['none', 'paid', 'expired', 'cancelled']).toContain(state);
          const order = await bench.order(key);
          const kept = (order?.receivedFen ?? 0) - (order?.refundedFen ?? 0);
          expect(kept).toBe(paidFen - refundedFen);
          expect(kept).toBeGreaterThanOrEqual(0);
          expect(kept).toBeLessThanOrEqual(ORDER_FEN);
          if (state !== 'paid') expect(kept).toBe(0);
        }
        const mismatch = await booksThatDisagree();
        expect(mismatch).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

/** Orders whose movements here are not the acquirer's own: every movement is a row, once. */
async function booksThatDisagree(): Promise<readonly string[]> {
  const { orders } = await bench.orders();
  const { movements } = await bench.movements();
  return orders
    .filter(({ key, receivedFen, refundedFen }) => {
      const own = movements.filter((one) => one.key === key);
      const sum = (direction: 'in' | 'out') =>
        own.filter((one) => one.direction === direction).reduce((total, one) => total + one.amountFen, 0);
      return sum('in') !== receivedFen || sum('out') !== refundedFen;
    })
    .map(({ id }) => id);
}
