import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CardActivate } from '../../src/contracts/central/operations.ts';
import { activation, cardOf, entries, GOOD_PIN, pinBlock } from '../bench-operations.ts';
import { type CentralBench, centralBench } from '../central-bench.ts';

let bench: CentralBench;
beforeAll(async () => {
  bench = await centralBench();
});
beforeEach(() => bench.central.dev?.reset());
afterAll(() => bench.central.close());

const activate = async (id: string, change: Partial<CardActivate> = {}) =>
  (await bench.call('PUT', `/v1/operations/${randomUUID()}`, activation(bench.resident(id), change))).body;
const status = async (id: string) => {
  const resident = bench.resident(id);
  const { cardId, cardNumber } = cardOf(resident);
  const { socialSecurityNumber } = resident;
  return (await bench.call('POST', '/v1/cards/status', { cardId, cardNumber, socialSecurityNumber })).body;
};
const checkPin = async (id: string, pin: string, second = pin) => {
  const resident = bench.resident(id);
  const { accountNumber } = cardOf(resident);
  const { socialSecurityNumber } = resident;
  return bench.call('POST', '/v1/bank/pin-checks', {
    accountNumber,
    socialSecurityNumber,
    entries: entries(pin, accountNumber, second),
  });
};

describe('state of a card', () => {
  it('ACT-2 ACT-7 is told to its holder, with the masked mobile number', async () => {
    expect(await status('activate-3.0')).toEqual({
      known: true,
      holderMatches: true,
      socialSecurity: 'normal',
      financial: 'locked',
      mobileMasked: '199 ＊＊＊＊ 0031',
    });
  });

  it("ID-9 somebody else's card gives no mobile number away", async () => {
    expect(await status('activate-somebody-elses-card')).toMatchObject({
      known: true,
      holderMatches: false,
      mobileMasked: null,
    });
  });

  it.each(['activate-other-province', 'activate-bank-only', 'activate-unregistered'])(
    'ID-10 %s is not known',
    async (id) => {
      expect(await status(id)).toEqual({ known: false });
    },
  );
});

describe('activation', () => {
  it.each(['activate-3.0', 'activate-2.0', 'activate-1.0'])(
    'ACT-2 of %s opens the financial side',
    async (id) => {
      expect(await activate(id)).toEqual({
        state: 'done',
        result: { kind: 'card.activate', activatedAt: '2026-11-22T04:00:00.000Z' },
      });
      expect(await status(id)).toMatchObject({ financial: 'active' });
      const view = await bench.central.dev?.residents();
      expect(view?.residents.find((one) => one.id === id)?.cards[0]?.balanceSms).toBe(true);
    },
  );

  it.each([
    ['activate-already-active', 'already-active'],
    ['activate-pin-locked', 'already-active'],
    ['activate-reported-lost', 'card-not-normal'],
    ['activate-formally-lost', 'card-not-normal'],
    ['activate-suspended', 'card-not-normal'],
    ['activate-expired', 'card-not-normal'],
    ['activate-awaiting-collection', 'card-not-normal'],
    ['activate-recalled', 'card-not-normal'],
    ['activate-closed', 'account-closed'],
    ['activate-other-province', 'card-unknown'],
    ['activate-bank-only', 'card-unknown'],
    ['activate-unregistered', 'card-unknown'],
    ['activate-somebody-elses-card', 'holder-mismatch'],
  ])('ACT-2 ID-9 ID-10 of %s is refused: %s', async (id, code) => {
    const before = await status(id);
    expect(await activate(id)).toEqual({ state: 'refused', code });
    expect(await status(id)).toEqual(before);
  });

  it('ACT-2 needs the account that belongs to the card', async () => {
    const { accountNumber } = cardOf(bench.resident('activate-2.0'));
    expect(await activate('activate-3.0', { accountNumber })).toEqual({
      state: 'refused',
      code: 'card-unknown',
    });
  });
});

/** Born 1986-09-23, mobile 19900000031, number 46019919860923…; the initial PIN is 528491. */
const WEAK = [
  ['528491', 'same-as-initial'],
  ['000000', 'one-digit-repeated'],
  ['345678', 'run-up-or-down'],
  ['876543', 'run-up-or-down'],
  ['860923', 'from-birth-date'],
  ['601991', 'from-id-number'],
  ['199000', 'from-mobile'],
] as const;

describe('ACT-3 the new PIN', () => {
  it.each(WEAK)('ACT-3 %s is refused: %s, by the check and by the activation', async (pin, reason) => {
    expect((await checkPin('activate-3.0', pin)).body).toEqual({ result: 'refused', reason });
    const { accountNumber } = cardOf(bench.resident('activate-3.0'));
    expect(await activate('activate-3.0', { entries: entries(pin, accountNumber) })).toEqual({
      state: 'refused',
      code: reason,
    });
    expect(await status('activate-3.0')).toMatchObject({ financial: 'locked' });
  });

  it('ACT-4 entries that differ are refused', async () => {
    expect((await checkPin('activate-3.0', GOOD_PIN, '730259')).body).toEqual({
      result: 'refused',
      reason: 'pins-differ',
    });
  });

  it('ACT-3 a good one is fine, and checking it has no effect', async () => {
    expect((await checkPin('activate-3.0', GOOD_PIN)).body).toEqual({ result: 'ok' });
    expect(await status('activate-3.0')).toMatchObject({ financial: 'locked' });
  });

  it('ACT-4 opens blocks under AES and SM4, and names those it cannot open', async () => {
    const { socialSecurityNumber } = bench.resident('activate-3.0');
    const { accountNumber } = cardOf(bench.resident('activate-3.0'));
    const check = async (block: ReturnType<typeof pinBlock>) => {
      const answer = await bench.call('POST', '/v1/bank/pin-checks', {
        accountNumber,
        socialSecurityNumber,
        entries: [block, block],
      });
      return answer.body.result ?? answer.body.code;
    };
    expect(await check(pinBlock(GOOD_PIN, accountNumber, { format: 'iso4-sm4' }))).toBe('ok');
    const block = pinBlock(GOOD_PIN, accountNumber);
    expect(await check({ ...block, format: 'iso4-sm4' })).toBe('pin-block-unreadable');
    expect(await check({ ...block, keyName: 'OTHER' })).toBe('pin-block-unreadable');
    expect(await check({ ...block, keyName: 'toString' })).toBe('pin-block-unreadable');
    expect(await check(pinBlock(GOOD_PIN, accountNumber, { key: Buffer.alloc(16, 1) }))).toBe(
      'pin-block-unreadable',
    );
  });

  it("refuses to judge a PIN for an account that is not this person's", async () => {
    const { accountNumber } = cardOf(bench.resident('activate-3.0'));
    const answer = await bench.call('POST', '/v1/bank/pin-checks', {
      accountNumber,
      socialSecurityNumber: bench.resident('activate-2.0').socialSecurityNumber,
      entries: entries(GOOD_PIN, accountNumber),
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'account-unknown']);
  });
});
