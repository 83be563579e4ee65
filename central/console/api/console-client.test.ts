import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { consoleClient } from './console-client.ts';

interface Asked {
  readonly address: string;
  readonly headers: Headers;
  readonly method: string;
  readonly body: string | null;
}

/** A centre that answers always the same, and what it was asked. */
function centre(answer: () => Response | Promise<Response>) {
  const asked: Asked[] = [];
  let now = 1_000;
  const fetcher: typeof fetch = async (address, init) => {
    asked.push({
      address: String(address),
      headers: new Headers(init?.headers),
      method: init?.method ?? 'GET',
      body: typeof init?.body === 'string' ? init.body : null,
    });
    return answer();
  };
  const client = consoleClient(fetcher, () => now);
  return { client, asked, pass: (ms: number) => (now += ms) };
}
const fine = () => Response.json({ done: true });
const answer = z.strictObject({ done: z.literal(true) });

describe('what the console asks of the centre', () => {
  it('carries the token of the session with everything that changes something, and with nothing else', async () => {
    const { client, asked } = centre(fine);
    client.carryCsrf('token');
    await client.get('/releases', answer, { state: 'signed', page: undefined });
    await client.post('/releases', answer, { title: 't' });
    await client.delete('/releases/1', answer, { revision: 3 });
    expect(asked.map(({ headers }) => headers.get('x-csrf-token'))).toEqual([null, 'token', 'token']);
    expect(asked.map(({ address }) => address)).toEqual([
      '/console/api/releases?state=signed',
      '/console/api/releases',
      '/console/api/releases/1?revision=3',
    ]);
    expect(asked.map(({ body }) => body)).toEqual([null, '{"title":"t"}', null]);
  });

  it('keeps nobody signed in by what a page asks by itself', async () => {
    const { client, asked, pass } = centre(fine);
    pass(500);
    await client.byItself.get('/fleet/summary', answer);
    expect(client.lastAskedAt()).toBe(1_000);
    expect(asked[0]?.headers.get('x-console-refresh')).toBe('1');
    await client.get('/fleet/summary', answer);
    expect(client.lastAskedAt()).toBe(1_500);
    expect(asked[1]?.headers.get('x-console-refresh')).toBeNull();
  });

  it('tells everybody who listens when nobody is signed in any more', async () => {
    const { client } = centre(() =>
      Response.json({ type: 'urn:x', title: 't', status: 401, code: 'unauthorised' }, { status: 401 }),
    );
    let told = 0;
    const hearNoMore = client.onSignedOut(() => (told += 1));
    expect(await client.get('/me', answer)).toEqual({ ok: false, error: { trouble: 'signed-out' } });
    hearNoMore();
    await client.get('/me', answer);
    expect(told).toBe(1);
  });

  it.each([
    ['no JSON at all', () => new Response('<html>', { status: 200 }), 'answer-not-understood'],
    ['another form', () => Response.json({ done: 'yes' }), 'answer-not-understood'],
    ['something more', () => Response.json({ done: true, more: 1 }), 'answer-not-understood'],
    ['no connection', () => Promise.reject(new TypeError('failed to fetch')), 'no-connection'],
    ['a proxy’s page', () => new Response('Bad gateway', { status: 502 }), 'refused'],
  ])('answers a named trouble for %s', async (_, reply, trouble) => {
    const result = await centre(reply).client.get('/me', answer);
    expect(result).toMatchObject({ ok: false, error: { trouble } });
  });

  it('says how long to wait where the centre says so', async () => {
    const { client } = centre(() =>
      Response.json(
        { type: 'urn:x', title: 't', status: 429, code: 'rate-limited' },
        { status: 429, headers: { 'retry-after': '30' } },
      ),
    );
    expect(await client.post('/sign-in', answer, {})).toEqual({
      ok: false,
      error: { trouble: 'refused', code: 'rate-limited', retryAfterSeconds: 30 },
    });
  });
});
