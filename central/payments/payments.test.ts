import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { EXPIRES_SECONDS, ORDER_FEN, paymentBench } from './payment-bench.ts';

describe('payment orders', () => {
  it('INV-1 one order per key: the same answer however often it is asked for', async () => {
    await using bench = await paymentBench();
    const key = randomUUID();
    const made = await bench.create(key);
    expect(made).toMatchObject({
      state: 'done',
      result: {
        kind: 'payment.create',
        amountFen: ORDER_FEN,
        qr: expect.stringMatching(/^yktpay:\/\/order\/YK/),
        expiresAt: new Date(bench.now() + EXPIRES_SECONDS * 1000).toISOString(),
      },
    });
    expect(await bench.create(key)).toEqual(made);
    expect((await bench.orders()).orders).toHaveLength(1);
    expect(await bench.status(key)).toEqual({ state: 'open', paidFen: 0, refundedFen: 0 });
  });

  it('INV-1 asking about a key that was never used says none, and makes nothing', async () => {
    await using bench = await paymentBench();
    expect(await bench.status(randomUUID())).toEqual({ state: 'none', paidFen: 0, refundedFen: 0 });
    expect((await bench.orders()).orders).toEqual([]);
  });

  it('INV-1 paid: the whole amount, known by asking', async () => {
    await using bench = await paymentBench();
    const key = randomUUID();
    await bench.create(key);
    await bench.payer(key, 'pay');
    expect(await bench.status(key)).toEqual({ state: 'paid', paidFen: ORDER_FEN, refundedFen: 0 });
    expect(await bench.cancel(key)).toEqual({ state: 'refused', code: 'already-paid' });
  });

  it('expires by the clock, and the pack bounds how long a kiosk may ask for', async () => {
    await using bench = await paymentBench();
    const [short, long] = [randomUUID(), randomUUID()];
    await bench.create(short);
    await bench.create(long, { expiresAfterSeconds: 3600 });
    await bench.pass(EXPIRES_SECONDS - 1);
    expect((await bench.status(short)).state).toBe('open');
    await bench.pass(1);
    expect((await bench.status(short)).state).toBe('expired');
    expect((await bench.status(long)).state).toBe('open');
    await bench.pass(300 - EXPIRES_SECONDS);
    expect((await bench.status(long)).state).toBe('expired');
  });

  it('cancelled: nobody can pay it any more, and cancelling again changes nothing', async () => {
    await using bench = await paymentBench();
    const key = randomUUID();
    await bench.create(key);
    expect(await bench.cancel(key)).toEqual({ state: 'done', result: { kind: 'payment.cancel' } });
    expect(await bench.cancel(key)).toMatchObject({ state: 'done' });
    expect((await bench.order(key))?.state).toBe('closed');
    expect((await bench.status(key)).state).toBe('cancelled');
    expect(await bench.cancel(randomUUID())).toEqual({ state: 'refused', code: 'order-unknown' });
  });

  it('a payer whose bank refuses ends the order unpaid', async () => {
    await using bench = await paymentBench();
    const key = randomUUID();
    await bench.create(key);
    await bench.payer(key, 'refuse');
    expect(await bench.status(key)).toEqual({ state: 'cancelled', paidFen: 0, refundedFen: 0 });
  });

  it('refuses an amount that is not the sum of its items', async () => {
    await using bench = await paymentBench();
    const refused = await bench.create(randomUUID(), { amountFen: ORDER_FEN + 1 });
    expect(refused).toEqual({ state: 'refused', code: 'amount-too-large' });
    expect((await bench.orders()).orders).toEqual([]);
  });
});

describe('INV-1 money nobody owes goes back by itself', () => {
  it.each([['cancel'], ['expire']] as const)('paid late, after %s', async (end) => {
    await using bench = await paymentBench();
    const key = randomUUID();
    await bench.create(key);
    if (end === 'cancel') await bench.cancel(key);
    else await bench.pass(EXPIRES_SECONDS);
    await bench.payer(key, 'pay');
    const { state, ...money } = await bench.status(key);
    expect(state).toBe(end === 'cancel' ? 'cancelled' : 'expired');
    expect(money).toEqual({ paidFen: ORDER_FEN, refundedFen: ORDER_FEN });
    expect(await bench.ledger()).toEqual({ inFen: ORDER_FEN, outFen: ORDER_FEN });
    // What went back by itself is not given back a second time.
    expect(await bench.refund(key, ORDER_FEN)).toEqual({ state: 'refused', code: 'amount-too-large' });
  });

  it('paid twice: the second payment alone', async () => {
    await using bench = await paymentBench();
    const key = randomUUID();
    await bench.create(key);
    await bench.payer(key, 'pay-twice');
    expect(await bench.status(key)).toEqual({ state: 'paid', paidFen: ORDER_FEN, refundedFen: 0 });
    expect(await bench.ledger()).toEqual({ inFen: 2 * ORDER_FEN, outFen: ORDER_FEN });
  });

  it('paid while the acquirer was silent, then cancelled here: the cancelling stands', async () => {
    await using bench = await paymentBench();
    const key = randomUUID();
    await bench.create(key);
    await bench.mode('mute');
    await bench.payer(key, 'pay');
    expect(await bench.status(key)).toMatchObject({ state: 'unknown' });
    expect(await bench.cancel(key)).toMatchObject({ state: 'done' });
    await bench.mode('normal');
    await bench.sweep();
    expect(await bench.ledger()).toEqual({ inFen: ORDER_FEN, outFen: ORDER_FEN });
    expect((await bench.status(key)).state).toBe('cancelled');
  });

  it('comes days later and is found by the sweep alone', async () => {
    await using bench = await paymentBench();
    const key = randomUUID();
    await bench.create(key);
    await bench.cancel(key);
    for (let hour = 0; hour < 72; hour += 1) {
      await bench.pass(3600);
      await bench.sweep();
    }
    await bench.mode('mute');
    await bench.payer(key, 'pay');
    await bench.mode('normal');
    await bench.pass(6 * 3600);
    await bench.sweep();
    expect(await bench.ledger()).toEqual({ inFen: ORDER_FEN, outFen: ORDER_FEN });
  });
});

describe('INV-1 an acquirer that does not answer', () => {
  it('mute at the order: in progress, unknown, and made once when it answers', async () => {
    await using bench = await paymentBench();
    const key = randomUUID();
    await bench.mode('mute');
    expect(await bench.create(key)).toEqual({ state: 'in-progress' });
    expect((await bench.status(key)).state).toBe('unknown');
    await bench.mode('normal');
    await bench.sweep();
    expect(await bench.outcome(key)).toMatchObject({ state: 'done', result: { kind: 'payment.create' } });
    expect((await bench.orders()).orders).toHaveLength(1);
  });

  it('slow at the order: it has it, and asking again makes no second one', async () => {
    await using bench = await paymentBench();
    const key = randomUUID();
    await bench.mode('slow');
    expect(await bench.create(key)).toEqual({ state: 'in-progress' });
    await bench.mode('normal');
    expect((await bench.status(key)).state).toBe('open');
    expect(await bench.outcome(key)).toMatchObject({ state: 'done' });
    expect((await bench.orders()).orders).toHaveLength(1);
  });

  it.each(['mute', 'slow'] as const)(
    '%s at the order, then cancelled: void, and nobody can pay',
    async (mode) => {
      await using bench = await paymentBench();
      const key = randomUUID();
      await bench.mode(mode);
      await bench.create(key);
      expect(await bench.cancel(key)).toMatchObject({ state: 'done' });
      expect(await bench.outcome(key)).toEqual({ state: 'void' });
      await bench.mode('normal');
      await bench.sweep();
      expect((await bench.order(key))?.state ?? 'closed').toBe('closed');
      expect((await bench.status(key)).state).toBe('cancelled');
    },
  );

  it('mute at the refund of an unknown payment: decided when it answers', async () => {
    await using bench = await paymentBench();
    const [paid, unpaid] = [randomUUID(), randomUUID()];
    await bench.create(paid);
    await bench.create(unpaid);
    await bench.mode('mute');
    await bench.payer(paid, 'pay');
    const [back, nothing] = [randomUUID(), randomUUID()];
    expect(await bench.refund(paid, ORDER_FEN, back)).toEqual({ state: 'in-progress' });
    expect(await bench.refund(unpaid, ORDER_FEN, nothing)).toEqual({ state: 'in-progress' });
    await bench.pass(EXPIRES_SECONDS);
    await bench.mode('normal');
    await bench.sweep();
    expect(await bench.outcome(back)).toMatchObject({ state: 'done', result: { refundedFen: ORDER_FEN } });
    expect(await bench.outcome(nothing)).toEqual({ state: 'refused', code: 'amount-too-large' });
    expect(await bench.ledger()).toEqual({ inFen: ORDER_FEN, outFen: ORDER_FEN });
  });
});

describe('INV-1 refunds', () => {
  it('in parts, each key once, never more than was paid', async () => {
    await using bench = await paymentBench();
    const key = randomUUID();
    await bench.create(key);
    await bench.payer(key, 'pay');
    const part = randomUUID();
    const first = await bench.refund(key, 1500, part);
    expect(first).toEqual({ state: 'done', result: { kind: 'payment.refund', refundedFen: 1500 } });
    expect(await bench.refund(key, 1500, part)).toEqual(first);
    expect(await bench.refund(key, 1001)).toEqual({ state: 'refused', code: 'amount-too-large' });
    expect(await bench.refund(key, 1000)).toMatchObject({ state: 'done' });
    expect(await bench.refund(key, 1)).toEqual({ state: 'refused', code: 'amount-too-large' });
    expect(await bench.status(key)).toEqual({ state: 'paid', paidFen: ORDER_FEN, refundedFen: ORDER_FEN });
    expect(await bench.ledger()).toEqual({ inFen: ORDER_FEN, outFen: ORDER_FEN });
  });

  it('of an open order nobody paid, or of none at all, are refused', async () => {
    await using bench = await paymentBench();
    const key = randomUUID();
    await bench.create(key);
    expect(await bench.refund(key, 1)).toEqual({ state: 'refused', code: 'amount-too-large' });
    expect(await bench.refund(randomUUID(), 1)).toEqual({ state: 'refused', code: 'order-unknown' });
  });

  it('wait at an acquirer that puts them off, and are sent once when it takes them', async () => {
    await using bench = await paymentBench();
    const key = randomUUID();
    await bench.create(key);
    await bench.payer(key, 'pay');
    await bench.mode('refuses-refunds');
    expect(await bench.refund(key, ORDER_FEN)).toMatchObject({ state: 'done' });
    await bench.sweep();
    expect((await bench.status(key)).refundedFen).toBe(0);
    await bench.mode('slow');
    await bench.sweep();
    await bench.mode('normal');
    await bench.sweep();
    await bench.sweep();
    expect(await bench.status(key)).toEqual({ state: 'paid', paidFen: ORDER_FEN, refundedFen: ORDER_FEN });
    expect(await bench.ledger()).toEqual({ inFen: ORDER_FEN, outFen: ORDER_FEN });
  });
});
