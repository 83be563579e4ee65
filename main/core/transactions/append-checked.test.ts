import { describe, expect, it } from 'vitest';
import type { TransactionId } from '../../../src/brand.ts';
import type { RequestEntry } from '../../../src/transaction/request-entries.ts';
import type { Violation } from '../invariants/violation.ts';
import type { StoredRequest } from '../store/journal-store.ts';
import { newFolder, storeIn } from '../test-kiosk.ts';
import { appendChecked, InvariantBroken } from './append-checked.ts';

const REQUEST: StoredRequest = {
  transactionId: 't-1' as TransactionId,
  course: 'request',
  service: 'replace',
  reference: 'YKT-1' as never,
  key: 'k-1' as never,
  openedAt: 0,
  closedAt: null,
  given: null,
};
const entry = (kind: string, act: string, key: string | null, detail: object) =>
  ({ kind, act, key, detail }) as RequestEntry;
const CHARGE = entry('outcome', 'charge', null, { items: [{ what: 'card', fen: 1_500 }] });
const PAY = entry('intent', 'pay', 'k-pay', {});
const PAID = entry('outcome', 'pay', 'k-pay', { result: 'paid', paidFen: 1_500 });

function bench() {
  const store = storeIn(newFolder());
  store.journal.open(REQUEST);
  const told: Violation[] = [];
  const write = (one: RequestEntry) =>
    store.transaction(() => {
      appendChecked(store.journal, REQUEST, one, 0, (found) => told.push(...found));
      store.audit.record('card-presented', { card: 'b-1' });
    });
  const length = () => store.journal.entries(REQUEST.transactionId).length;
  return { store, told, write, length };
}

describe('an entry that must not be', () => {
  it.each([
    ['INV-4 an outcome without its intent', [CHARGE], PAID, 'journal-fault'],
    ['INV-1 a second order', [CHARGE, PAY], entry('intent', 'pay', 'k-2', {}), 'second-order'],
    [
      'INV-1 a report nobody paid',
      [CHARGE, PAY],
      entry('intent', 'loss', 'k-loss', {}),
      'act-before-payment',
    ],
    [
      'INV-1 more money back than came',
      [CHARGE, PAY, PAID],
      entry('intent', 'refund', 'k-back', { amountFen: 1_501, reason: 'card-not-issued' }),
      'refund-beyond-paid',
    ],
    [
      'INV-2 a blank taken before the request was accepted',
      [CHARGE, PAY, PAID],
      entry('intent', 'take-blank', null, { card: 'b-1' }),
      'card-before-acceptance',
    ],
  ] as const)(
    '%s is not written, nor what belongs to it, and core is told',
    async (_, legal, wrong, code) => {
      const { store, told, write, length } = bench();
      for (const one of legal) write(one);
      const records = store.audit.all().length;
      expect(() => write(wrong)).toThrow(InvariantBroken);
      expect(length()).toBe(legal.length);
      expect(store.audit.all()).toHaveLength(records);
      // Told when the commit around it is gone: what core then puts on record stays.
      expect(told).toEqual([]);
      await Promise.resolve();
      expect(told.map((violation) => violation.code)).toContain(code);
      store.close();
    },
  );

  it('INV-4 is written where the journal was at fault before: that is with a technician', () => {
    const { store, told, write, length } = bench();
    store.journal.append(REQUEST.transactionId, PAID, 0);
    write(CHARGE);
    expect(length()).toBe(2);
    expect(told).toEqual([]);
    store.close();
  });
});
