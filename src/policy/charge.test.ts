import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../calendar/calendar-day.ts';
import { type ChargeQuestion, chargeFor } from './charge.ts';
import { EXCHANGE_REASONS, FEE_WAIVERS } from './closed-sets.ts';
import { type PolicyPack, policyPack } from './policy-pack.ts';

const file = new URL('../../assets/policy/hainan.json', import.meta.url);
const POLICY: PolicyPack = policyPack.parse(JSON.parse(readFileSync(file, 'utf8')));
const TODAY = day('2026-03-02');

const ask = (question: Partial<ChargeQuestion> & Pick<ChargeQuestion, 'service'>) =>
  chargeFor({ policy: POLICY, on: TODAY, waivers: [], lossToo: false, exchangeReason: null, ...question });

describe('what a service costs', () => {
  it('LOSS-4 the written report costs 10.00 yuan, and nothing before the first activation', () => {
    expect(ask({ service: 'loss' })).toEqual({ items: [{ what: 'loss', fen: 1000 }], total: 1000 });
    expect(ask({ service: 'loss', waivers: ['never-activated'] })).toEqual({ items: [], total: 0 });
    // M A24 speaks of the card fee alone.
    expect(ask({ service: 'loss', waivers: ['hardship'] })?.total).toBe(1000);
  });

  it('REPL-1 REPL-3 with the loss report in the same journey both are paid', () => {
    expect(ask({ service: 'replace', lossToo: true })).toEqual({
      items: [
        { what: 'loss', fen: 1000 },
        { what: 'card', fen: 1500 },
      ],
      total: 2500,
    });
    expect(ask({ service: 'replace' })).toEqual({ items: [{ what: 'card', fen: 1500 }], total: 1500 });
  });

  it('REPL-3 never activated: nothing at all; hardship: no card fee', () => {
    expect(ask({ service: 'replace', lossToo: true, waivers: ['never-activated'] })?.total).toBe(0);
    const hardship = ask({ service: 'replace', lossToo: true, waivers: ['hardship'] });
    expect(hardship).toEqual({ items: [{ what: 'loss', fen: 1000 }], total: 1000 });
  });

  it('REPL-7 the fee of the day counts, and zero leaves nothing to pay', () => {
    const fee = [
      { from: day('2022-01-01'), until: day('2024-10-01'), fen: 1500 },
      { from: day('2024-10-01'), until: null, fen: 0 },
    ];
    const policy = { ...POLICY, replacement: { ...POLICY.replacement, fee } };
    expect(ask({ service: 'replace', policy, on: day('2024-09-30') })?.total).toBe(1500);
    expect(ask({ service: 'replace', policy, on: day('2024-10-01') })).toEqual({ items: [], total: 0 });
    expect(ask({ service: 'replace', policy, on: day('2021-12-31') })).toBeNull();
  });

  it('SWAP-4 the generation swap is free', () => {
    expect(ask({ service: 'swap' })).toEqual({ items: [], total: 0 });
  });

  it.each([
    ['expiry', 0],
    ['generation', 0],
    ['printing-error', 0],
    ['face-damaged', 1500],
    ['chip-unreadable', 1500],
    ['data-changed', 1500],
    ['own-wish', 1500],
  ] as const)('EXCH-2 EXCH-3 an exchange for %s costs %s fen', (exchangeReason, total) => {
    expect(ask({ service: 'exchange', exchangeReason })?.total).toBe(total);
    expect(ask({ service: 'exchange', exchangeReason, waivers: ['hardship'] })?.total).toBe(0);
  });

  it('EXCH-1 a reason the pack does not know is not offered', () => {
    const reasons = POLICY.exchange.reasons.filter((entry) => entry.reason !== 'own-wish');
    const policy = { ...POLICY, exchange: { ...POLICY.exchange, reasons } };
    expect(ask({ service: 'exchange', policy, exchangeReason: 'own-wish' })).toBeNull();
    expect(ask({ service: 'exchange', exchangeReason: null })).toBeNull();
  });

  it('INV-1 the total is the sum of its items, and a waiver never makes anything dearer', () => {
    const service = fc.constantFrom<ChargeQuestion['service']>('loss', 'replace', 'swap', 'exchange');
    const waivers = fc.subarray([...FEE_WAIVERS]);
    const reason = fc.constantFrom(...EXCHANGE_REASONS);
    fc.assert(
      fc.property(service, waivers, reason, fc.boolean(), (which, some, exchangeReason, lossToo) => {
        const full = ask({ service: which, exchangeReason, lossToo });
        const less = ask({ service: which, exchangeReason, lossToo, waivers: some });
        if (!full || !less) throw new Error('every reason is in this pack');
        for (const { items, total } of [full, less]) {
          expect(items.reduce((sum, item) => sum + item.fen, 0)).toBe(total);
          for (const item of items) expect(item.fen).toBeGreaterThan(0);
        }
        expect(less.total).toBeLessThanOrEqual(full.total);
      }),
    );
  });
});
