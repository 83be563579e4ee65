import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { activation, application, cardOf, entries, GOOD_PIN } from '../bench-operations.ts';
import { type LifecycleBench, lifecycleBench, states, type WrittenCard } from './lifecycle-bench.ts';

const refusal = (code: string) => ({ state: 'refused', code });
const DONE = { state: 'done' };

let bench: LifecycleBench;
let request: string;
beforeEach(async () => {
  bench = await lifecycleBench();
  request = randomUUID();
});
afterEach(() => bench.central.close());

const apply = (id = 'apply-instant', issue: 'on-the-spot' | 'at-outlet' = 'on-the-spot') =>
  bench.put(application(bench.resident(id), { issue }), request);
const swap = async () => {
  const oldCardId = cardOf(bench.resident('swap-2.0')).cardId;
  return bench.request('swap-2.0', { purpose: 'swap', oldCardId }, request);
};
const statesOf = async (id: string): Promise<string[]> => states(await bench.registry(id));
const activate = (id: string, card: WrittenCard) =>
  bench.put({
    ...activation({ ...bench.resident(id), card: cardOf(bench.resident('loss-active')) }),
    cardId: card.cardId,
    cardNumber: card.cardNumber,
    accountNumber: card.accountNumber,
    entries: entries(GOOD_PIN, card.accountNumber),
  });

describe('a card made on the spot', () => {
  it('APPLY-6 bound it is not usable yet, handed over it is, and then it can be activated', async () => {
    await apply();
    expect(await statesOf('apply-instant')).toEqual(['in-production/none']);
    const card = await bench.make(request);
    expect(await statesOf('apply-instant')).toEqual(['in-production/locked']);
    expect(await activate('apply-instant', card)).toEqual(refusal('card-not-normal'));
    expect(await bench.deliver(request, 'handed-over')).toMatchObject({
      state: 'done',
      result: { kind: 'card.delivery', readyBy: null },
    });
    const seen = await bench.registry('apply-instant');
    expect(states(seen)).toEqual(['normal/locked']);
    expect(seen.electronicCard).toBe('normal');
    expect(seen.applicationNumber).toBeNull();
    expect(await bench.card('apply-instant')).toMatchObject({
      expiresOn: '2036-11-22',
      requestPending: null,
    });
    expect(await activate('apply-instant', card)).toMatchObject(DONE);
    expect(await bench.deliver(request, 'handed-over')).toMatchObject(DONE);
    expect(await bench.put(application(bench.resident('apply-instant')))).toEqual(refusal('has-card'));
  });

  it('APPLY-4 the photo taken for a card that was handed over is the one on file from then on', async () => {
    const jpegBase64 = Buffer.from('the photo just taken').toString('base64');
    const photo = { source: 'camera', jpegBase64 } as const;
    await bench.put(application(bench.resident('apply-instant'), { issue: 'on-the-spot', photo }), request);
    await bench.make(request);
    const { socialSecurityNumber } = bench.resident('apply-instant');
    const onFile = async () =>
      (await bench.call('POST', '/v1/residents/photo-on-file', { socialSecurityNumber })).body.jpegBase64;
    expect(await onFile()).toBeNull();
    await bench.deliver(request, 'handed-over');
    expect(await onFile()).toBe(jpegBase64);
  });

  it('settlement 13: binds only what was written for this request, once', async () => {
    await apply();
    const unknown = {
      personalisationId: 'x',
      cardId: `${'0'.repeat(32)}`,
      cardNumber: 'A',
      accountNumber: '',
    };
    expect(await bench.bind(request, unknown)).toEqual(refusal('not-personalised'));
    const card = await bench.write(request);
    if (card === null) throw new Error('no card');
    expect(await bench.bind(randomUUID(), card)).toEqual(refusal('request-unknown'));
    expect(await bench.bind(request, { ...card, cardNumber: 'T00000001' })).toEqual(
      refusal('not-personalised'),
    );
    expect(await bench.bind(request, card)).toMatchObject(DONE);
    expect(await bench.bind(request, card)).toMatchObject(DONE);
    expect(await bench.bind(request, { ...card, cardId: unknown.cardId })).toEqual(
      refusal('request-pending'),
    );
  });

  it('APPLY-6 nothing is made here for a card that is made at an outlet', async () => {
    await apply('apply-instant', 'at-outlet');
    expect(await bench.write(request)).toBeNull();
    const card = { personalisationId: 'x', cardId: '0'.repeat(32), cardNumber: 'A', accountNumber: '' };
    expect(await bench.bind(request, card)).toEqual(refusal('request-unknown'));
  });

  it('INV-2 a kiosk settles only what was accepted at it', async () => {
    await apply();
    await bench.make(request);
    const other = await bench.kiosk('another kiosk');
    const delivery = {
      kind: 'card.delivery',
      receiptReference: 'YKT-BENCH-7',
      request,
      outcome: 'handed-over',
      at: '2026-11-22T04:00:00.000Z',
    };
    const sent = await bench.send('PUT', `/v1/operations/${randomUUID()}`, delivery, other.token);
    expect(sent.body).toEqual(refusal('request-unknown'));
    expect(await statesOf('apply-instant')).toEqual(['in-production/locked']);
  });

  it.each(['handed-over', 'retained', 'maybe-taken'] as const)(
    'INV-3 an unbound card can’t be %s',
    async (what) => {
      await apply();
      expect(await bench.deliver(request, what)).toEqual(refusal('not-bound'));
      expect(await bench.deliver(randomUUID(), what)).toEqual(refusal('request-unknown'));
    },
  );
});

describe('what became of it', () => {
  it('settlement 14: retained it waits in the kiosk’s bin, can still be handed over, or is recalled', async () => {
    await apply();
    await bench.make(request);
    expect(await bench.deliver(request, 'retained')).toMatchObject(DONE);
    expect(await bench.deliver(request, 'retained')).toMatchObject(DONE);
    const seen = await bench.registry('apply-instant');
    expect(states(seen)).toEqual(['awaiting-collection/locked']);
    expect(seen.cards[0]?.place).toBe(`kiosk:${bench.first.kioskId}`);
    expect(await bench.card('apply-instant')).toMatchObject({
      requestPending: { place: `kiosk:${bench.first.kioskId}` },
    });
    await bench.advanceDays(180);
    expect(await statesOf('apply-instant')).toEqual(['awaiting-collection/locked']);
    await bench.advanceDays(1);
    expect(await bench.card('apply-instant')).toMatchObject({ socialSecurity: 'recalled' });
    expect(await bench.deliver(request, 'handed-over')).toEqual(refusal('recalled'));
  });

  it('settlement 14: retained, then taken after all', async () => {
    await apply();
    await bench.make(request);
    await bench.deliver(request, 'retained');
    expect(await bench.deliver(request, 'handed-over')).toMatchObject(DONE);
    expect((await bench.registry('apply-instant')).cards[0]).toMatchObject({
      socialSecurity: 'normal',
      place: null,
    });
    expect(await bench.deliver(request, 'retained')).toEqual(refusal('request-unknown'));
  });

  it('settlement 15: maybe taken is suspended until a counter releases it, and its owner is told once', async () => {
    await apply();
    await bench.make(request);
    expect(await bench.deliver(request, 'maybe-taken')).toMatchObject(DONE);
    expect(await bench.deliver(request, 'maybe-taken')).toMatchObject(DONE);
    expect(await statesOf('apply-instant')).toEqual(['suspended/locked']);
    expect(await bench.messages('apply-instant')).toEqual([expect.stringContaining('暂停使用')]);
    expect((await bench.registry('apply-instant')).notes).toEqual(['card-maybe-taken']);
    expect(await bench.deliver(request, 'handed-over')).toEqual(refusal('suspended'));
  });

  it('settlement 8: not issued it is ordered for the outlet with priority, by the day first promised', async () => {
    await bench.request('loss-hardship', {}, request);
    expect(await bench.deliver(request, 'not-issued')).toMatchObject({ result: { readyBy: '2027-01-01' } });
    const seen = await bench.registry('loss-hardship');
    expect(states(seen)).toEqual(['cancelled/locked', 'in-production/locked']);
    expect(seen.requests).toMatchObject([{ state: 'open', priority: true, readyBy: '2027-01-01' }]);
    expect(await bench.write(request)).toBeNull();
  });

  it('INV-3 a bound card that was rejected is void, and another is owed on the same account', async () => {
    await apply();
    const { accountNumber } = await bench.make(request);
    await bench.deliver(request, 'not-issued');
    const seen = await bench.registry('apply-instant');
    expect(states(seen)).toEqual(['cancelled/locked', 'in-production/locked']);
    expect(seen.cards[1]?.accountNumber).toBe(accountNumber);
    expect(seen.electronicCard).toBe('in-production');
    expect(await bench.card('apply-instant')).toMatchObject({ requestPending: { place: 'outlet-1' } });
  });

  it('settlement 8: news that come after the promised day promise another one', async () => {
    await apply();
    await bench.advanceDays(60);
    expect(await bench.deliver(request, 'not-issued')).toMatchObject({ result: { readyBy: '2027-03-04' } });
  });
});

describe('the switch of a swap', () => {
  it('SWAP-3 INV-2 old void and new usable in one act, after the new one is bound', async () => {
    await swap();
    expect(await bench.change(request)).toEqual(refusal('not-bound'));
    const card = await bench.make(request);
    expect(await statesOf('swap-2.0')).toEqual(['normal/active', 'in-production/active']);
    expect(await bench.change(request)).toMatchObject(DONE);
    expect(await bench.change(request)).toMatchObject(DONE);
    const seen = await bench.registry('swap-2.0');
    // SWAP-2: the same account, and the card that came is activated for itself.
    expect(states(seen)).toEqual(['cancelled/locked', 'normal/locked']);
    expect(seen.electronicCard).toBe('normal');
    expect(await bench.deliver(request, 'handed-over')).toMatchObject(DONE);
    expect(await statesOf('swap-2.0')).toEqual(['cancelled/locked', 'normal/locked']);
    expect(await activate('swap-2.0', card)).toMatchObject(DONE);
    expect(await bench.card('swap-2.0')).toMatchObject({ generation: 3, requestPending: null });
  });

  it('SWAP-3 retained after the switch it waits for its owner, and the old one stays void', async () => {
    await swap();
    await bench.make(request);
    await bench.change(request);
    await bench.deliver(request, 'retained');
    expect(await statesOf('swap-2.0')).toEqual(['cancelled/locked', 'awaiting-collection/locked']);
    await bench.deliver(request, 'handed-over');
    expect(await statesOf('swap-2.0')).toEqual(['cancelled/locked', 'normal/locked']);
  });

  it('SWAP-3 not issued before the switch, the old card goes on', async () => {
    await swap();
    await bench.make(request);
    await bench.deliver(request, 'not-issued');
    const seen = await bench.registry('swap-2.0');
    expect(states(seen)).toEqual(['normal/active', 'cancelled/active', 'in-production/active']);
    expect(seen.electronicCard).toBe('normal');
    expect(await bench.change(request)).toEqual(refusal('not-bound'));
  });

  it('INV-2 handed over or maybe taken without a switch, the old one is void at the same instant', async () => {
    await swap();
    await bench.make(request);
    await bench.report('swap-2.0', { loss: 'temporary', term: { kind: 'long-term' } });
    await bench.deliver(request, 'handed-over');
    expect(await statesOf('swap-2.0')).toEqual(['cancelled/locked', 'normal/locked']);
    const other = randomUUID();
    const oldCardId = cardOf(bench.resident('exchange-expired')).cardId;
    const exchange = { purpose: 'exchange', exchangeReason: 'expiry', oldCardId, account: 'new' } as const;
    await bench.request('exchange-expired', exchange, other);
    await bench.make(other);
    await bench.deliver(other, 'maybe-taken');
    expect(await statesOf('exchange-expired')).toEqual(['cancelled/closed', 'suspended/locked']);
  });

  it('SWAP-3 a replacement has nothing to switch', async () => {
    await bench.request('loss-hardship', {}, request);
    await bench.make(request);
    expect(await bench.change(request)).toEqual(refusal('request-unknown'));
    expect(await bench.change(randomUUID())).toEqual(refusal('request-unknown'));
  });
});
