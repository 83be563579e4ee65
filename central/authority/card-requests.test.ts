import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../src/calendar/calendar-day.ts';
import { cardOf } from '../bench-operations.ts';
import { type LifecycleBench, lifecycleBench, states } from './lifecycle-bench.ts';

const CARD_FEN = 1500;
const refusal = (code: string) => ({ state: 'refused', code });
const DONE = { state: 'done' };

let bench: LifecycleBench;
beforeEach(async () => {
  bench = await lifecycleBench();
});
afterEach(() => bench.central.close());
const cardIdOf = (id: string): string => cardOf(bench.resident(id)).cardId;

describe('the card that counts', () => {
  it('LOSS-4 REPL-3 REPL-8 is told with what decides about fees', async () => {
    expect(await bench.card('loss-active')).toMatchObject({
      found: true,
      cardNumberMasked: 'T0 ＊＊＊＊ 72',
      generation: 3,
      socialSecurity: 'normal',
      financial: 'active',
      waivers: [],
      replacementsThisMonth: 0,
      requestPending: null,
      receivesBenefits: false,
    });
    expect(await bench.card('loss-locked')).toMatchObject({ waivers: ['never-activated'] });
    expect(await bench.card('loss-hardship')).toMatchObject({ waivers: ['hardship'] });
    expect(await bench.card('loss-temporary')).toMatchObject({ lostUntil: '2026-12-02' });
    expect(await bench.card('replace-fourth')).toMatchObject({ replacementsThisMonth: 3 });
    expect(await bench.card('swap-2.0')).toMatchObject({ generation: 2 });
    expect(await bench.card('benefits-receiver')).toMatchObject({ receivesBenefits: true });
    expect(await bench.card('progress-ready')).toMatchObject({
      socialSecurity: 'awaiting-collection',
      requestPending: { requestNumber: expect.stringMatching(/^SQ/), place: 'counter' },
    });
    for (const id of ['apply-plain-1', 'apply-cancelled-card']) {
      expect(await bench.card(id)).toEqual({ found: false });
    }
  });
});

describe('replacement', () => {
  it.each([
    ['loss-active', 'formal-loss-first'],
    ['loss-temporary', 'formal-loss-first'],
    ['exchange-expired', 'card-not-normal'],
    ['activate-suspended', 'suspended'],
    ['activate-recalled', 'recalled'],
    ['activate-awaiting-collection', 'not-yet-collected'],
    ['progress-production', 'request-pending'],
    ['apply-plain-1', 'no-card'],
    ['identity-expired', 'identity-invalid'],
  ])('REPL-1 %s is refused as %s', async (id, code) => {
    expect(await bench.request(id, {})).toEqual(refusal(code));
  });

  it('REPL-4 REPL-6 accepted, the old card is void at once and the electronic card follows the new one', async () => {
    const order = await bench.pay('loss-formal', CARD_FEN);
    expect(await bench.request('loss-formal', { order })).toMatchObject({
      state: 'done',
      result: { requestNumber: expect.stringMatching(/^BK20261122-[0-9A-F]{8}$/), readyBy: '2027-01-01' },
    });
    const seen = await bench.registry('loss-formal');
    expect(states(seen)).toEqual(['cancelled/locked', 'in-production/locked']);
    expect(seen.electronicCard).toBe('in-production');
    expect(seen.cards[0]?.history).toEqual([{ event: 'replaced', reason: 'card.request' }]);
    expect(await bench.card('loss-formal')).toMatchObject({
      socialSecurity: 'in-production',
      replacementsThisMonth: 1,
      requestPending: { readyBy: '2027-01-01', place: 'outlet-1' },
    });
    expect(await bench.request('loss-formal', {})).toEqual(refusal('request-pending'));
  });

  it('REPL-2 the same account goes on, locked again; or it is closed and a new one is opened', async () => {
    const same = randomUUID();
    await bench.request('loss-hardship', {}, same);
    const { accountNumber } = cardOf(bench.resident('loss-hardship'));
    expect((await bench.make(same)).accountNumber).toBe(accountNumber);
    const other = randomUUID();
    await bench.request('loss-formal-locked', { account: 'new' }, other);
    const old = cardOf(bench.resident('loss-formal-locked')).accountNumber;
    const made = await bench.make(other);
    expect(made.accountNumber).not.toBe(old);
    const seen = await bench.registry('loss-formal-locked');
    expect(states(seen)).toEqual(['cancelled/closed', 'in-production/locked']);
    expect(seen.cards[1]?.accountNumber).toBe(made.accountNumber);
  });

  it('REPL-2 a new account for somebody who receives benefits: both are told about the payers', async () => {
    const order = await bench.pay('replace-benefits', CARD_FEN);
    await bench.request('replace-benefits', { order, account: 'new' });
    expect((await bench.registry('replace-benefits')).notes).toEqual(['payers-to-tell']);
    expect(await bench.messages('replace-benefits')).toEqual([expect.stringContaining('待遇发放单位')]);
  });

  it('REPL-3 is paid for: the fee, by this person, with an order that pays for one card', async () => {
    expect(await bench.request('loss-formal', {})).toEqual(refusal('not-paid'));
    expect(await bench.request('loss-formal', { order: randomUUID() })).toEqual(refusal('not-paid'));
    const others = await bench.pay('loss-active', CARD_FEN);
    expect(await bench.request('loss-formal', { order: others })).toEqual(refusal('not-paid'));
    const tooLittle = await bench.pay('loss-formal', CARD_FEN - 1);
    expect(await bench.request('loss-formal', { order: tooLittle })).toEqual(refusal('not-paid'));
    const givenBack = await bench.pay('loss-formal', CARD_FEN);
    await bench.put({
      kind: 'payment.refund',
      order: givenBack,
      amountFen: CARD_FEN,
      reason: 'card-not-issued',
    });
    expect(await bench.request('loss-formal', { order: givenBack })).toEqual(refusal('not-paid'));
    const order = await bench.pay('loss-formal', CARD_FEN);
    const request = randomUUID();
    expect(await bench.request('loss-formal', { order }, request)).toMatchObject(DONE);
    await bench.make(request);
    await bench.deliver(request, 'handed-over');
    await bench.report('loss-formal', { loss: 'formal' });
    // The card that came is locked until it is activated, so nothing is due; the order is spent all the same.
    expect(await bench.request('loss-formal', { order })).toEqual(refusal('not-paid'));
    expect(await bench.request('loss-formal', {})).toMatchObject(DONE);
  });

  it.each(['loss-hardship', 'loss-formal-locked'])('REPL-3 %s pays nothing', async (id) => {
    expect(await bench.request(id, {})).toMatchObject(DONE);
  });

  it('REPL-7 a fee that is zero on the day is not asked for', async () => {
    const turn = day('2026-11-01');
    const replacement = {
      fee: [
        { from: day('2022-01-01'), until: turn, fen: CARD_FEN },
        { from: turn, until: null, fen: 0 },
      ],
      waivers: [],
      accountChoices: ['same' as const],
      remindAbovePerMonth: null,
    };
    await using free = await lifecycleBench({ authorityPolicy: { replacement } });
    expect(await free.request('loss-formal', { account: 'new' })).toEqual(refusal('counter-only'));
    expect(await free.request('loss-formal', { acceptedAt: '2026-10-31T04:00:00.000Z' })).toEqual(
      refusal('not-paid'),
    );
    expect(await free.request('loss-formal', {})).toMatchObject(DONE);
  });

  it('REPL-8 the fourth in a month: the resident is reminded by SMS and the authority told', async () => {
    const order = await bench.pay('replace-fourth', CARD_FEN);
    expect(await bench.request('replace-fourth', { order })).toMatchObject(DONE);
    expect(await bench.card('replace-fourth')).toMatchObject({ replacementsThisMonth: 4 });
    expect((await bench.registry('replace-fourth')).notes).toEqual(['many-replacements']);
    expect(await bench.messages('replace-fourth')).toHaveLength(1);
    await bench.request('loss-hardship', {});
    expect(await bench.messages('loss-hardship')).toEqual([]);
    await bench.advanceDays(30);
    expect(await bench.card('replace-fourth')).toMatchObject({ replacementsThisMonth: 0 });
  });

  it('APPLY-6 only at outlets that there are', async () => {
    expect(await bench.request('loss-hardship', { collectionOutlet: 'nowhere' })).toEqual(
      refusal('unknown-outlet'),
    );
  });
});

describe('generation swap', () => {
  const swap = (id: string, oldCardId: string | null = cardIdOf(id), key = randomUUID()) =>
    bench.request(id, { purpose: 'swap', oldCardId }, key);

  it('SWAP-1 takes a normal second generation card that is there, and nothing else', async () => {
    expect(await swap('loss-active')).toEqual(refusal('not-second-generation'));
    expect(await swap('swap-2.0', null)).toEqual(refusal('card-unknown'));
    expect(await swap('swap-2.0', cardIdOf('swap-2.0-locked'))).toEqual(refusal('holder-mismatch'));
    expect(await swap('activate-expired')).toEqual(refusal('card-not-normal'));
    await bench.report('swap-2.0-locked', { loss: 'formal' });
    expect(await swap('swap-2.0-locked')).toEqual(refusal('card-not-normal'));
  });

  it('SWAP-4 is free, and the old card stays usable until it is switched', async () => {
    expect(await swap('swap-2.0')).toMatchObject({
      result: { requestNumber: expect.stringMatching(/^HD/) },
    });
    const seen = await bench.registry('swap-2.0');
    expect(states(seen)).toEqual(['normal/active', 'in-production/active']);
    expect(seen.electronicCard).toBe('normal');
    expect(await bench.card('swap-2.0')).toMatchObject({
      socialSecurity: 'normal',
      requestPending: { readyBy: '2027-01-01' },
    });
  });
});

describe('exchange', () => {
  const exchange = (id: string, exchangeReason: 'expiry' | 'face-damaged' | 'data-changed', change = {}) =>
    bench.request(id, { purpose: 'exchange', exchangeReason, oldCardId: cardIdOf(id), ...change });

  it('EXCH-2 expiry is free, a damaged card is paid for, hardship and never activated are exempt', async () => {
    expect(await exchange('exchange-expired', 'expiry')).toMatchObject(DONE);
    expect(await exchange('exchange-damaged', 'face-damaged')).toEqual(refusal('not-paid'));
    const order = await bench.pay('exchange-damaged', CARD_FEN);
    expect(await exchange('exchange-damaged', 'face-damaged', { order })).toMatchObject(DONE);
    expect(await exchange('loss-locked', 'face-damaged')).toMatchObject(DONE);
  });

  it('EXCH-4 EXCH-1 what the pack keeps at counters is not taken', async () => {
    expect(await exchange('exchange-damaged', 'data-changed')).toEqual(refusal('counter-only'));
    expect(await exchange('exchange-damaged', 'expiry', { exchangeReason: null })).toEqual(
      refusal('counter-only'),
    );
  });

  it('EXCH-5 the old card comes back; only an unreadable chip can’t be named', async () => {
    expect(await exchange('exchange-expired', 'expiry', { oldCardId: null })).toEqual(
      refusal('card-unknown'),
    );
    expect(
      await exchange('loss-locked', 'expiry', { exchangeReason: 'chip-unreadable', oldCardId: null }),
    ).toMatchObject(DONE);
    expect(await exchange('loss-formal', 'face-damaged')).toEqual(refusal('card-not-normal'));
  });

  it('REPL-2 the same account can’t go on where it is closed', async () => {
    expect(await exchange('activate-closed', 'expiry')).toEqual(refusal('account-closed'));
    expect(await exchange('activate-closed', 'expiry', { account: 'new' })).toMatchObject(DONE);
  });
});
