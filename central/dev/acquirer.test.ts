import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { centralBench } from '../central-bench.ts';
import { EXPIRES_SECONDS, ORDER_FEN, paymentBench } from '../payments/payment-bench.ts';

describe("the acquirer's development routes", () => {
  it('list orders newest first, with whose they are and what moved', async () => {
    await using bench = await paymentBench();
    const [first, second] = [randomUUID(), randomUUID()];
    await bench.create(first);
    await bench.pass(1);
    await bench.create(second);
    await bench.payer(first, 'pay-twice');
    expect((await bench.orders()).orders).toMatchObject([
      { key: second, state: 'open', receivedFen: 0, refundedFen: 0 },
      {
        key: first,
        receiptReference: 'YKT-BENCH-9',
        qr: expect.stringMatching(/^yktpay:/),
        amountFen: ORDER_FEN,
        state: 'paid',
        receivedFen: 2 * ORDER_FEN,
        refundedFen: ORDER_FEN,
      },
    ]);
    const { movements } = await bench.movements();
    expect(movements.map(({ direction, reason }) => [direction, reason]).toSorted()).toEqual([
      ['in', null],
      ['in', null],
      ['out', 'paid-twice'],
    ]);
  });

  it("end an order's time before it is over", async () => {
    await using bench = await paymentBench();
    const key = randomUUID();
    await bench.create(key, { expiresAfterSeconds: EXPIRES_SECONDS });
    await bench.payer(key, 'expire');
    expect((await bench.order(key))?.state).toBe('expired');
    expect((await bench.status(key)).state).toBe('expired');
  });

  it('keep a mode until it is changed or the registry is put back', async () => {
    await using bench = await paymentBench();
    await bench.mode('mute');
    expect((await bench.send('GET', '/dev/acquirer/mode')).body).toEqual({ mode: 'mute' });
    await bench.send('POST', '/dev/reset', {});
    expect((await bench.send('GET', '/dev/acquirer/mode')).body).toEqual({ mode: 'normal' });
    expect((await bench.send('POST', '/dev/acquirer/mode', { mode: 'kind' })).status).toBe(400);
    expect((await bench.send('POST', '/dev/acquirer/orders/YK0/pay')).status).toBe(404);
  });

  it('are not there without development mode', async () => {
    await using production = await centralBench({ dev: false });
    for (const path of ['orders', 'mode', 'ledger']) {
      expect((await production.send('GET', `/dev/acquirer/${path}`)).status).toBe(404);
    }
    expect((await production.send('GET', '/dev/electronic-card/activate-3.0')).status).toBe(404);
  });
});
