import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type CentreBench, cardFee, centreBench } from './centre-bench.ts';
import { CALM } from './network.ts';

const KEY = 'order-of-a-fee';
const fee = (bench: CentreBench) => cardFee(bench.resident('loss-active'), 'YKT-1');
const carriedOut = async (bench: CentreBench) => (await bench.centre.operations({ key: KEY })).length;
const codeOf = (said: Awaited<ReturnType<CentreBench['put']>>) =>
  !said.ok && said.error.kind === 'link-down' ? [said.error.code, said.error.sent] : said;

/** A bench whose kiosk is signed in already. */
async function signedIn(seed: string): Promise<CentreBench> {
  const bench = await centreBench(seed);
  await bench.insist('the-first-of-all', cardFee(bench.resident('loss-formal'), 'YKT-0'));
  bench.phases.length = 0;
  return bench;
}

describe('the network between a kiosk and the centre', () => {
  it('takes its time both ways in calm weather', async () => {
    await using bench = await signedIn('calm');
    bench.network.weather = { ...CALM, delayMs: [500, 500] };
    const began = bench.time.now();
    expect(await bench.until(bench.put(KEY, fee(bench)))).toMatchObject({ ok: true });
    expect(bench.time.now() - began).toBe(1000);
    expect(bench.phases).toEqual(['sent', 'arrived', 'answered']);
  });

  it('INV-4 tells a request that never left from one that was lost', async () => {
    await using bench = await signedIn('lost');
    bench.network.weather = { ...CALM, down: true };
    expect(codeOf(await bench.until(bench.put(KEY, fee(bench))))).toEqual(['ECONNREFUSED', false]);
    bench.network.weather = { ...CALM, requestLost: 1 };
    expect(codeOf(await bench.until(bench.put(KEY, fee(bench))))).toEqual(['ECONNRESET', true]);
    expect(await carriedOut(bench)).toBe(0);
    bench.network.weather = { ...CALM, answerLost: 1 };
    expect(codeOf(await bench.until(bench.put(KEY, fee(bench))))).toEqual(['UND_ERR_SOCKET', true]);
    expect(await carriedOut(bench)).toBe(1);
    expect(bench.phases.filter((phase) => phase !== 'sent')).toEqual([
      'no-route',
      'request-lost',
      'arrived',
      'answer-lost',
    ]);
  });

  it('is cut while an answer is on its way', async () => {
    await using bench = await signedIn('cut');
    bench.network.weather = { ...CALM, delayMs: [1000, 1000] };
    const said = bench.put(KEY, fee(bench));
    await bench.time.pass(1500);
    bench.network.weather = { ...CALM, down: true };
    expect(codeOf(await bench.until(said))).toEqual(['UND_ERR_SOCKET', true]);
    expect(await carriedOut(bench)).toBe(1);
  });

  it('lies: something on the way answers and nothing is carried out', async () => {
    await using bench = await signedIn('lies');
    bench.network.weather = { ...CALM, lies: 1 };
    for (let tried = 0; tried < 8; tried += 1) {
      const said = await bench.until(bench.put(KEY, fee(bench)));
      expect(said).toMatchObject({ ok: false });
    }
    expect(await carriedOut(bench)).toBe(0);
  });

  it('INV-4 brings a request twice, and in another order, and it is carried out once', async () => {
    await using bench = await signedIn('twice');
    bench.network.weather = { ...CALM, duplicated: 1, answerLost: 0.5, delayMs: [1, 9000] };
    const keys = Array.from({ length: 12 }, (_, at) => `order-of-a-fee-${at}`);
    await Promise.all(
      keys
        .map(async (key) => {
          for (;;) {
            const said = await bench.put(key, cardFee(bench.resident('loss-active'), key));
            if (said.ok) return;
            await bench.time.sleep(1000);
          }
        })
        .concat(bench.time.pass(600_000)),
    );
    await bench.calm();
    expect(bench.phases.filter((phase) => phase === 'arrived').length).toBeGreaterThan(2 * keys.length);
    expect(bench.centre.totals().done['payment.create']).toBe(keys.length + 1);
    for (const key of keys) expect(await bench.centre.ordersOf({ receiptReference: key })).toHaveLength(1);
  });

  it('carries on when the kiosk has no power: the request arrives, its answer goes nowhere', async () => {
    await using bench = await signedIn('power');
    bench.network.weather = { ...CALM, delayMs: [5000, 5000] };
    let said = false;
    void bench.put(KEY, fee(bench)).finally(() => {
      said = true;
    });
    await bench.time.pass(1000);
    bench.life.over = true;
    await bench.time.pass(60_000);
    expect(said).toBe(false);
    expect(await carriedOut(bench)).toBe(1);
    expect(bench.network.underWay).toBe(0);
    void bench.client.open({ method: 'GET', path: '/v1/health', answer: z.unknown(), deadlineMs: 1 });
    await bench.time.pass(1000);
    expect(bench.phases.filter((phase) => phase === 'sent')).toHaveLength(1);
  });

  it('gives up at the deadline while a slow centre still carries it out', async () => {
    await using bench = await signedIn('slow');
    bench.network.centre = 'slow';
    bench.network.weather = { ...CALM, delayMs: [4900, 4900] };
    expect(codeOf(await bench.until(bench.put(KEY, fee(bench))))).toEqual(['TimeoutError', true]);
    await bench.calm();
    expect(await carriedOut(bench)).toBe(1);
    expect(bench.phases).toContain('given-up');
  });

  it('finds nobody at a centre that is down', async () => {
    await using bench = await signedIn('down');
    bench.network.centre = 'down';
    expect(codeOf(await bench.until(bench.put(KEY, fee(bench))))).toEqual(['ECONNRESET', true]);
    expect(await carriedOut(bench)).toBe(0);
    bench.network.centre = 'up';
    expect((await bench.insist(KEY, fee(bench))).state).toBe('done');
  });
});
