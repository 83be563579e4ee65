import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CentralBench, centralBench } from '../central-bench.ts';
import { type BenchOperator, benchOperator } from '../console-bench.ts';

let bench: CentralBench;
let operator: BenchOperator;
let administrator: BenchOperator;
beforeEach(async () => {
  bench = await centralBench();
  operator = await benchOperator(bench, ['viewer']);
  administrator = await benchOperator(bench, ['administrator']);
});
afterEach(() => bench.central.close());

/** An open page: what it was told, and how to wait until the stream ended. */
async function open(headers: Readonly<Record<string, string>> = operator.headers) {
  const stop = new AbortController();
  const response = await fetch(`${bench.url}/console/api/changes`, { headers, signal: stop.signal });
  let told = '';
  const read = async () => {
    for await (const chunk of response.body ?? []) told += Buffer.from(chunk as Uint8Array).toString();
  };
  const ended = read().catch(() => undefined);
  return {
    response,
    ended,
    changes: () => [...told.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? '') as object),
    close: () => {
      stop.abort();
      return ended;
    },
  };
}
/** Inviting somebody is a change of `access`. */
const change = () =>
  administrator.ask('POST', 'operators', {
    login: `made-${bench.now()}-${Math.round(performance.now())}`,
    name: '何',
    roles: ['viewer'],
    organisationSubject: null,
  });

describe('live changes', () => {
  it('are told to every open page, once for a flock of them', async () => {
    const pages = [await open(), await open(), await open(administrator.headers)];
    expect(pages[0]?.response.headers.get('content-type')).toBe('text/event-stream');
    expect(pages[0]?.response.headers.get('cache-control')).toBe('no-store');
    await Promise.all([change(), change(), change()]);
    for (const page of pages) await expect.poll(() => page.changes()).toEqual([{ what: 'access' }]);
    for (const page of pages) await page.close();
  });

  it('end when their session does: signed out, or ended by an administrator', async () => {
    const page = await open();
    await operator.ask('POST', 'sign-out', {});
    await page.ended;
    const other = await benchOperator(bench, ['viewer']);
    const otherPage = await open(other.headers);
    await administrator.ask('DELETE', `operators/${other.operatorId}/sessions`);
    await otherPage.ended;
    expect((await open()).response.status).toBe(401);
  });

  it('keep nobody signed in, and end with a session that was left alone', async () => {
    const page = await open();
    bench.advance(15 * 60);
    administrator = await benchOperator(bench, ['administrator']);
    await change();
    await page.ended;
    expect((await operator.ask('GET', 'me')).status).toBe(401);
  });

  it('are open six times for one session at most; a page that closes makes room', async () => {
    const pages = await Promise.all([1, 2, 3, 4, 5, 6].map(() => open()));
    expect(pages.map(({ response }) => response.status)).toEqual([200, 200, 200, 200, 200, 200]);
    const seventh = await open();
    expect(seventh.response.status).toBe(429);
    await pages[0]?.close();
    await expect
      .poll(async () => {
        const page = await open();
        return page.response.status;
      })
      .toBe(200);
    for (const page of pages) await page.close();
  });
});
