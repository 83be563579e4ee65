import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TransactionId } from '../../../src/brand.ts';
import { newFolder, storeIn } from '../test-kiosk.ts';
import { BLANK_PLACES, type BlankPlace, MOVES } from './custody-places.ts';

const T = 't-1' as TransactionId;

function ledger() {
  const store = storeIn(newFolder());
  store.journal.open({
    transactionId: T,
    course: 'request',
    service: 'replace',
    reference: 'YKT-1' as never,
    key: 'k-1' as never,
    openedAt: 0,
  });
  return store;
}

const step = fc.oneof(
  fc.record({ load: fc.integer({ min: 1, max: 5 }) }),
  fc.constant({ take: true as const }),
  fc.record({ card: fc.nat(9), to: fc.constantFrom(...BLANK_PLACES) }),
);

describe('the custody ledger', () => {
  it('INV-3 conserves cards after any sequence: loaded = in stock + every place', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { custody, close } = ledger();
        const model = new Map<string, BlankPlace>();
        let loaded = 0;
        for (const one of steps) {
          if ('load' in one) {
            custody.load(one.load, 'replenished');
            loaded += one.load;
          } else if ('take' in one) {
            const inStack = loaded - [...model.values()].filter((place) => place !== 'stock').length;
            if (inStack > 0) model.set(custody.takeBlank(T, 'taken'), 'transport');
            else expect(() => custody.takeBlank(T, 'taken')).toThrow('no blank left');
          } else {
            const card = [...model.keys()][one.card];
            const from = card === undefined ? undefined : model.get(card);
            if (card === undefined || from === undefined) continue;
            if (from === one.to || MOVES[from].includes(one.to)) {
              custody.move(card, one.to, 'moved');
              model.set(card, one.to);
            } else expect(() => custody.move(card, one.to, 'moved')).toThrow("can't move");
          }
        }
        const counts = custody.counts();
        const elsewhere = Object.values(counts.blanks).reduce((sum, count) => sum + count, 0);
        expect(counts.loaded).toBe(loaded);
        expect(counts.stock + elsewhere).toBe(loaded);
        for (const [place, count] of Object.entries(counts.blanks)) {
          expect(count).toBe([...model.values()].filter((held) => held === place).length);
        }
        close();
      }),
      { numRuns: 40 },
    );
  });

  it('INV-3 keeps every place a card was at, with the reason', () => {
    const { custody } = ledger();
    custody.load(1, 'replenished');
    const card = custody.takeBlank(T, 'taken');
    custody.move(card, 'chip-station', 'taken');
    custody.move(card, 'rejected', 'sw-6A82');
    expect(custody.moves(card).map(({ place, reason }) => `${place} ${reason}`)).toEqual([
      'transport taken',
      'chip-station taken',
      'rejected sw-6A82',
    ]);
    expect(custody.inMachine('blank')).toBeNull();
    expect(() => custody.move(card, 'gate', 'never')).toThrow("can't move");
  });

  it('records the stack of a new kiosk once', () => {
    const { custody } = ledger();
    expect([custody.commission(50), custody.commission(50), custody.stock()]).toEqual([true, false, 50]);
    expect(() => custody.load(-51, 'counted')).toThrow();
    custody.load(-1, 'counted');
    expect(custody.counts()).toMatchObject({ loaded: 49, stock: 49 });
  });
});
