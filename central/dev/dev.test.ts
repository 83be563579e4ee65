import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { activation, application } from '../bench-operations.ts';
import { type CentralBench, centralBench } from '../central-bench.ts';
import type { FaultPlan } from './faults.ts';

let bench: CentralBench;
beforeAll(async () => {
  bench = await centralBench();
});
beforeEach(async () => {
  await bench.send('DELETE', '/dev/faults');
  await bench.send('POST', '/dev/reset', {});
});
afterAll(() => bench.central.close());

const PUT = { method: 'PUT', route: '/v1/operations/:key' } as const;
const fault = (plan: Partial<FaultPlan>) => bench.send('POST', '/dev/faults', { ...PUT, ...plan });
const submit = (key: string) =>
  bench.call('PUT', `/v1/operations/${key}`, application(bench.resident('apply-plain-1')));
const outcome = async (key: string) => (await bench.call('GET', `/v1/operations/${key}`)).body;

/** A raw request with headers `fetch` would not let us choose. */
const statusWith = (headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(`${bench.url}/dev/residents`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

describe('development routes', () => {
  it('list residents with states that change, and put them back', async () => {
    const card = async () => {
      const { body } = await bench.send('GET', '/dev/residents');
      const residents = body.residents as { id: string; cards: { financial: string }[] }[];
      return residents.find((resident) => resident.id === 'activate-3.0')?.cards[0]?.financial;
    };
    expect(await card()).toBe('locked');
    await bench.call('PUT', `/v1/operations/${randomUUID()}`, activation(bench.resident('activate-3.0')));
    expect(await card()).toBe('active');
    await bench.send('POST', '/dev/reset', {});
    expect(await card()).toBe('locked');
  });

  it('show operations by key and by receipt reference', async () => {
    const key = randomUUID();
    await submit(key);
    const byKey = await bench.send('GET', `/dev/operations?key=${key}`);
    expect(byKey.body.operations).toMatchObject([
      { key, kind: 'application.submit', outcome: { state: 'done' } },
    ]);
    const byReference = await bench.send('GET', '/dev/operations?receiptReference=YKT-BENCH-1');
    expect(byReference.body.operations).toContainEqual(expect.objectContaining({ key }));
  });

  it('mint enrolment codes and show messages and the audit trail', async () => {
    const minted = await bench.send('POST', '/dev/enrolment-codes');
    expect(minted.body.code).toMatch(/^(\w{4}-){3}\w{4}$/);
    await bench.call('POST', '/v1/sms-codes', { mobile: '19900000077', purpose: 'application' });
    expect((await bench.send('GET', '/dev/sms')).body.messages).toMatchObject([{ mobile: '19900000077' }]);
    expect((await bench.send('GET', '/dev/audit-trail')).body).toEqual({ records: [], findings: [] });
  });

  it('answer this machine alone: no other name, no page of another origin', async () => {
    expect(await statusWith({})).toBe(200);
    expect(await statusWith({ origin: 'http://localhost:5173' })).toBe(200);
    expect(await statusWith({ host: 'evil.example' })).toBe(403);
    expect(await statusWith({ origin: 'https://evil.example' })).toBe(403);
  });

  it('are not there without development mode, and nor are the residents', async () => {
    await using production = await centralBench({ dev: false });
    expect((await production.send('GET', '/dev/residents')).status).toBe(404);
    const key = randomUUID();
    const body = application(production.resident('apply-plain-1'));
    expect((await production.call('PUT', `/v1/operations/${key}`, body)).body.code).toBe('not-entitled');
  });

  it('refuse to listen beyond loopback', async () => {
    await using other = await centralBench();
    expect(await other.central.listen({ port: 0, host: '0.0.0.0' })).toEqual({
      ok: false,
      error: 'dev-needs-loopback',
    });
  });
});

describe('failure switches', () => {
  it('refuse: 503 for the next requests, no effect, then all is well', async () => {
    await fault({ mode: 'refuse', times: 2 });
    const key = randomUUID();
    for (let time = 0; time < 2; time += 1) expect((await submit(key)).body.code).toBe('unavailable');
    expect(await outcome(key)).toEqual({ state: 'never-received' });
    expect((await submit(key)).body.state).toBe('done');
  });

  it('drop-before-effect: the connection breaks and nothing happened', async () => {
    await fault({ mode: 'drop-before-effect' });
    const key = randomUUID();
    await expect(submit(key)).rejects.toThrow();
    expect(await outcome(key)).toEqual({ state: 'never-received' });
  });

  it('INV-4 drop-after-effect: the connection breaks, asking tells it was done', async () => {
    await fault({ mode: 'drop-after-effect' });
    const key = randomUUID();
    await expect(submit(key)).rejects.toThrow();
    const told = await outcome(key);
    expect(told.state).toBe('done');
    expect((await submit(key)).body).toEqual(told);
  });

  it('answer-late: done at once, told after the release', async () => {
    await fault({ mode: 'answer-late' });
    const key = randomUUID();
    const late = submit(key);
    await expect.poll(() => outcome(key)).toMatchObject({ state: 'done' });
    await bench.send('POST', '/dev/faults/release');
    expect((await late).body.state).toBe('done');
  });

  it('hold: nothing happens until the release; a void in between wins', async () => {
    await fault({ mode: 'hold' });
    const key = randomUUID();
    const held = submit(key);
    await expect.poll(async () => (await bench.send('GET', '/dev/faults')).body.faults).toEqual([]);
    expect((await bench.call('POST', `/v1/operations/${key}/void`)).body).toEqual({ state: 'void' });
    await bench.send('POST', '/dev/faults/release');
    expect((await held).body).toEqual({ state: 'void' });
  });

  it('hold: a request whose asker gave up has no effect', async () => {
    await fault({ mode: 'hold' });
    const key = randomUUID();
    const gaveUp = new AbortController();
    const held = fetch(`${bench.url}/v1/operations/${key}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bench.first.token}` },
      body: JSON.stringify(application(bench.resident('apply-plain-1'))),
      signal: gaveUp.signal,
    });
    await expect.poll(async () => (await bench.send('GET', '/dev/faults')).body.faults).toEqual([]);
    gaveUp.abort();
    await expect(held).rejects.toThrow();
    expect(await outcome(key)).toEqual({ state: 'never-received' });
  });

  it('undecided: in-progress for the next answers, then what it was all along', async () => {
    await fault({ mode: 'undecided' });
    await fault({ mode: 'undecided', method: 'GET' });
    const key = randomUUID();
    expect((await submit(key)).body).toEqual({ state: 'in-progress' });
    expect(await outcome(key)).toEqual({ state: 'in-progress' });
    expect((await outcome(key)).state).toBe('done');
  });

  it('a delay ends by itself', async () => {
    await fault({ mode: 'answer-late', delayMs: 5 });
    expect((await submit(randomUUID())).body.state).toBe('done');
  });
});
