import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { application } from '../../../central/bench-operations.ts';
import { signAtOnce } from './assertions.ts';
import { cardFee, centreBench } from './centre-bench.ts';

const BAD_WEATHER = {
  requestLost: 0.2,
  answerLost: 0.2,
  duplicated: 0.3,
  delayMs: [10, 15_000],
  down: false,
  lies: 0.1,
} as const;

/** A morning at one kiosk; what the books are afterwards, and what was sent how. */
async function morning(seed: string) {
  await using bench = await centreBench(seed);
  bench.network.weather = BAD_WEATHER;
  for (const [at, id] of ['apply-plain-1', 'apply-plain-2', 'apply-plain-3'].entries()) {
    await bench.insist(
      `${id}-application`,
      application(bench.resident(id), { collectionOutlet: 'outlet-01' }),
    );
    await bench.insist(`${id}-order-of-a-fee`, cardFee(bench.resident(id), `YKT-${at}`));
    const [order] = await bench.centre.ordersOf({ receiptReference: `YKT-${at}` });
    if (order) await bench.centre.payer(order.id, at === 0 ? 'pay-twice' : 'pay');
    if (at === 1) await bench.centre.restart();
    await bench.time.pass(3_600_000);
    await bench.centre.sweep();
  }
  await bench.calm();
  return { books: bench.centre.booksHash(), phases: bench.phases.join(' '), totals: bench.centre.totals() };
}

describe('a simulated centre', () => {
  it('has the same books to the last byte where the seed is the same', async () => {
    const one = await morning('42');
    expect(one.totals.done).toMatchObject({ 'application.submit': 3, 'payment.create': 3 });
    expect(await morning('42')).toEqual(one);
    expect((await morning('43')).books).not.toBe(one.books);
  });

  it('asks neither the machine’s clock nor its chance', async () => {
    const one = await morning('42');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 1, 1) });
    const random = vi.spyOn(Math, 'random');
    const uuid = vi.spyOn(crypto, 'randomUUID');
    expect(await morning('42')).toEqual(one);
    expect([random.mock.calls.length, uuid.mock.calls.length]).toEqual([0, 0]);
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('waits for nothing outside this thread, not even to check a signature', async () => {
    await using bench = await centreBench('one thread');
    const now = Math.floor(bench.time.now() / 1000);
    const signed = await signAtOnce({ ...bench.identity, kioskId: bench.kioskId }, 'once', now);
    const headers = { 'content-type': 'application/json' };
    let later = false;
    setImmediate(() => {
      later = true;
    });
    const token = await bench.centre.answer(
      'POST',
      '/v1/tokens',
      headers,
      JSON.stringify({ assertion: signed }),
    );
    const { accessToken } = z.object({ accessToken: z.string() }).parse(JSON.parse(token.text));
    const authorization = `Bearer ${accessToken}`;
    const body = JSON.stringify(application(bench.resident('apply-plain-1')));
    const put = await bench.centre.answer(
      'PUT',
      '/v1/operations/key-of-one',
      { ...headers, authorization },
      body,
    );
    expect([token.status, put.status, later]).toEqual([200, 200, false]);
  });

  it('knows people, operations and orders one by one, and INV-1 all money in sum', async () => {
    await using bench = await centreBench('money');
    const resident = bench.resident('loss-active');
    await bench.insist('order-of-a-fee', cardFee(resident, 'YKT-9'));
    const [order] = await bench.centre.ordersOf({ receiptReference: 'YKT-9' });
    expect(order).toMatchObject({ key: 'order-of-a-fee', state: 'open', receivedFen: 0 });
    expect(await bench.centre.orderByQr(order?.qr ?? '')).toEqual(order);
    expect(await bench.centre.orderByQr('yktpay://order/none')).toBeNull();
    await bench.centre.payer(order?.id ?? '', 'pay-twice');
    expect(await bench.centre.ordersOf({ receiptReference: 'YKT-9' })).toMatchObject([
      { state: 'paid', receivedFen: 5000, refundedFen: 2500 },
    ]);
    expect(bench.centre.totals()).toMatchObject({ receivedFen: 5000, refundedFen: 2500, auditFindings: 0 });
    expect(await bench.centre.operations({ receiptReference: 'YKT-9' })).toMatchObject([
      { key: 'order-of-a-fee', kind: 'payment.create', outcome: { state: 'done' } },
    ]);
    expect(await bench.centre.person(resident.socialSecurityNumber)).toMatchObject({
      residentId: 'loss-active',
      cards: [{ socialSecurity: 'normal', financial: 'active', cardNumber: resident.card?.cardNumber }],
    });
    expect(await bench.centre.person('nobody')).toBeNull();
  });

  it('loses nothing in a restart: a token of before it is as good after it', async () => {
    await using bench = await centreBench('restart');
    await bench.insist('before-the-restart', cardFee(bench.resident('loss-active'), 'YKT-1'));
    bench.phases.length = 0;
    await bench.centre.restart();
    const again = await bench.insist('before-the-restart', cardFee(bench.resident('loss-active'), 'YKT-1'));
    expect(again.state).toBe('done');
    // One request alone: nobody had to sign in again.
    expect(bench.phases).toEqual(['sent', 'arrived', 'answered']);
    expect(bench.centre.totals().done).toEqual({ 'payment.create': 1 });
  });

  it('INV-1 a restored backup forgets the centre’s books and no money; the kiosk signs in again', async () => {
    await using bench = await centreBench('backup');
    await bench.insist('before-the-backup', cardFee(bench.resident('loss-active'), 'YKT-1'));
    await bench.centre.backUp();
    // Its token is younger than the backup.
    await bench.time.pass(700_000);
    await bench.insist('after-the-backup', cardFee(bench.resident('loss-active'), 'YKT-2'));
    const [order] = await bench.centre.ordersOf({ receiptReference: 'YKT-2' });
    await bench.centre.payer(order?.id ?? '', 'pay');
    const forgotten = await bench.centre.restoreBackup();
    expect(forgotten.map(({ key }) => key)).toEqual(['after-the-backup']);
    expect(await bench.centre.operations({ key: 'after-the-backup' })).toEqual([]);
    expect(bench.centre.totals()).toMatchObject({ receivedFen: 2500, done: { 'payment.create': 1 } });
    expect(await bench.centre.orderByQr(order?.qr ?? '')).toMatchObject({ key: null, receivedFen: 2500 });
    bench.phases.length = 0;
    expect(
      await bench.insist('after-the-restore', cardFee(bench.resident('loss-active'), 'YKT-3')),
    ).toMatchObject({ state: 'done' });
    expect(bench.phases.filter((phase) => phase === 'sent')).toHaveLength(3);
  });

  it('drops what nobody asks for and still counts it', async () => {
    await using bench = await centreBench('prune');
    const resident = bench.resident('loss-active');
    await bench.insist('order-of-a-fee', cardFee(resident, 'YKT-1'));
    const [order] = await bench.centre.ordersOf({ receiptReference: 'YKT-1' });
    await bench.centre.payer(order?.id ?? '', 'pay');
    const totals = bench.centre.totals();
    await bench.centre.prune({ people: [resident.socialSecurityNumber], before: bench.time.now() + 1 });
    expect(await bench.centre.person(resident.socialSecurityNumber)).toBeNull();
    expect(await bench.centre.ordersOf({ receiptReference: 'YKT-1' })).toEqual([]);
    expect(await bench.centre.operations({ receiptReference: 'YKT-1' })).toEqual([]);
    expect(bench.centre.totals()).toEqual(totals);
    expect(await bench.centre.person(bench.resident('loss-formal').socialSecurityNumber)).not.toBeNull();
  });

  it('refuses an assertion that another key signed, and one whose time is over', async () => {
    await using bench = await centreBench('assertions');
    await using other = await centreBench('another kiosk');
    const tokens = async (identity: typeof bench.identity, secondsOff: number) => {
      const now = Math.floor(bench.time.now() / 1000) + secondsOff;
      const assertion = await signAtOnce({ ...identity, kioskId: bench.kioskId }, `jti ${secondsOff}`, now);
      const headers = { 'content-type': 'application/json' };
      return (await bench.centre.answer('POST', '/v1/tokens', headers, JSON.stringify({ assertion }))).status;
    };
    expect(await tokens(other.identity, 0)).toBe(401);
    expect(await tokens(bench.identity, 0)).toBe(200);
    expect(await tokens(bench.identity, 0)).toBe(401);
    expect(await tokens(bench.identity, 25)).toBe(200);
    expect(await tokens(bench.identity, 60)).toBe(401);
    expect(await tokens(bench.identity, -120)).toBe(401);
  });
});
