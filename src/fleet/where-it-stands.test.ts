import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STANDINGS } from '../contracts/console/transactions.ts';
import { STANDING_SENTENCES, type Traces, whereItStands } from './where-it-stands.ts';

const NOTHING: Traces = {
  operations: [],
  held: [],
  paidFen: 0,
  refundedFen: 0,
  owedFen: 0,
  refundUnderWay: false,
  unpaidOrders: 0,
  card: null,
  acceptedAtKiosk: false,
};
const op = (kind: string, state: string) => ({ kind, state });
const paid = { paidFen: 2500 };

describe('where a request stands', () => {
  it.each<[string, Partial<Traces>]>([
    ['nothing-asked', {}],
    ['waits-at-kiosk', { acceptedAtKiosk: true }],
    ['with-the-office', { operations: [op('loss.report', 'in-progress')] }],
    ['refused', { operations: [op('loss.report', 'refused')], acceptedAtKiosk: true }],
    ['done', { operations: [op('payment.create', 'done'), op('loss.report', 'done')], ...paid }],
    [
      'unknown',
      { held: [{ kind: 'dead-letter' }, { kind: 'unknown' }], operations: [op('loss.report', 'done')] },
    ],
    ['dead-letter', { held: [{ kind: 'dead-letter' }] }],
    ['not-paid', { operations: [op('payment.create', 'done')], unpaidOrders: 1 }],
    ['paid-without-delivery', { operations: [op('payment.create', 'done')], ...paid, owedFen: 2500 }],
    ['money-coming-back', { ...paid, refundedFen: 2500, refundUnderWay: true }],
    ['money-returned', { ...paid, refundedFen: 2500 }],
    [
      'card-in-production',
      { operations: [op('card.request', 'done')], card: { state: 'open', step: 'production' } },
    ],
    ['card-ready', { operations: [op('card.request', 'done')], card: { state: 'open', step: 'ready' } }],
    [
      'card-handed-over',
      { operations: [op('card.request', 'done')], card: { state: 'delivered', step: 'ready' } },
    ],
  ])('is %s', (standing, traces) => {
    expect(whereItStands({ ...NOTHING, ...traces })).toBe(standing);
  });

  it('INV-1 is never done or over while money is owed to the payer', () => {
    const traces = fc.record({
      operations: fc.array(
        fc.record({
          kind: fc.constantFrom('loss.report', 'card.request', 'payment.create'),
          state: fc.constantFrom('done', 'refused', 'in-progress', 'void'),
        }),
        { maxLength: 4 },
      ),
      held: fc.array(fc.record({ kind: fc.constantFrom('dead-letter' as const, 'unknown' as const) }), {
        maxLength: 2,
      }),
      paidFen: fc.constant(2500),
      refundedFen: fc.constant(0),
      owedFen: fc.integer({ min: 1, max: 2500 }),
      refundUnderWay: fc.boolean(),
      unpaidOrders: fc.nat(2),
      card: fc.constantFrom(null, { state: 'open' as const, step: 'ready' }),
      acceptedAtKiosk: fc.boolean(),
    });
    const over = [
      'done',
      'money-returned',
      'card-handed-over',
      'card-ready',
      'nothing-asked',
      'not-paid',
      'refused',
    ];
    fc.assert(
      fc.property(traces, (one) => {
        expect(over).not.toContain(whereItStands(one));
      }),
    );
  });

  it('has a sentence in both languages', () => {
    for (const standing of STANDINGS) {
      const { zh, en } = STANDING_SENTENCES[standing];
      expect([zh.length > 3, en.length > 3]).toEqual([true, true]);
    }
  });
});
