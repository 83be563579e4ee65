import fc from 'fast-check';
import { importJWK, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { KioskId } from '../../../src/brand.ts';
import { ASSERTION_AUDIENCE } from '../../../src/contracts/central/enrolment.ts';
import { newFolder, storeIn } from '../test-kiosk.ts';
import { seededEntropy, VirtualClock } from '../virtual-clock.ts';
import { createAuthority } from './central-authority.ts';
import { createCardKeyService } from './central-card-keys.ts';
import { CentralClient } from './central-client.ts';
import type { Fetch } from './http-exchange.ts';
import { LinkState } from './link-state.ts';

const never = new AbortController().signal;

function client(fetch: Fetch, clock = new VirtualClock()) {
  const store = storeIn(newFolder(), clock);
  store.identity.enrolled('kiosk-1' as KioskId);
  const link = new LinkState();
  const made = new CentralClient({
    baseUrl: 'http://central.test',
    identity: () => store.identity.load(),
    link,
    timers: clock,
    entropy: seededEntropy(5),
    fetch,
    signAssertion: (_, jti) => Promise.resolve(`assertion-${jti}`),
  });
  return { made, link, clock, store };
}

const token = () => new Response(JSON.stringify({ accessToken: 't', expiresInSeconds: 300 }));
const answering = (answer: () => Response): Fetch => {
  return async (url) => (url.endsWith('/v1/tokens') ? token() : answer());
};

describe('the client of the central service', () => {
  it('proves itself with an assertion the contract accepts', async () => {
    const store = storeIn(newFolder());
    store.identity.enrolled('kiosk-1' as KioskId);
    const now = Math.floor(Date.now() / 1000);
    const { signAssertion } = await import('./sign-in.ts');
    const assertion = await signAssertion(store.identity.load(), 'once', now);
    const key = await importJWK(store.identity.load().publicKey, 'EdDSA');
    const { payload } = await jwtVerify(assertion, key, { audience: ASSERTION_AUDIENCE });
    expect(payload).toMatchObject({ iss: 'kiosk-1', sub: 'kiosk-1', jti: 'once' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBeLessThanOrEqual(60);
  });

  it('signs in again once on 401, and says so where that does not help', async () => {
    let tokens = 0;
    let calls = 0;
    const refused = { type: 'about:blank', title: 'x', status: 401, code: 'unauthorised' };
    const { made } = client(async (url) => {
      if (url.endsWith('/v1/tokens')) {
        tokens += 1;
        return token();
      }
      calls += 1;
      return new Response(JSON.stringify(refused), { status: 401 });
    });
    const answer = await made.call({ method: 'GET', path: '/x', answer: z.unknown(), deadlineMs: 1_000 });
    expect(answer).toEqual({ ok: false, error: { kind: 'problem', status: 401, code: 'unauthorised' } });
    expect([tokens, calls]).toEqual([2, 2]);
  });

  it('INV-8 is not let in, for its clock perhaps: that is no link, until it is let in again', async () => {
    let letIn = false;
    const refused = { type: 'about:blank', title: 'x', status: 401, code: 'assertion-invalid' };
    const { made, link } = client(async (url) => {
      if (!letIn) return new Response(JSON.stringify(refused), { status: 401 });
      return url.endsWith('/v1/tokens') ? token() : new Response(JSON.stringify({ n: 1 }));
    });
    const heard: boolean[] = [];
    link.subscribe((up) => heard.push(up));
    const ask = () =>
      made.call({ method: 'GET', path: '/x', answer: z.object({ n: z.number() }), deadlineMs: 1_000 });
    expect(await ask()).toMatchObject({ error: { kind: 'problem', status: 401 } });
    expect(link.up).toBe(false);
    letIn = true;
    expect(await ask()).toMatchObject({ ok: true });
    letIn = false;
    // The token is still good; a refusal of it leads to the sign-in, and that is refused.
    expect(await ask()).toMatchObject({ error: { kind: 'problem', status: 401 } });
    expect(heard).toEqual([true, false]);
  });

  it('gives up at the deadline, and that is a link that is down', async () => {
    const silent: Fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });
    const { made, clock, link } = client((url, init) =>
      url.endsWith('/v1/tokens') ? Promise.resolve(token()) : silent(url, init),
    );
    const asked = createAuthority(made).photoOnFile('x', never);
    await clock.advance(9_999);
    expect(link.up).toBe(true);
    await clock.advance(2);
    expect(await asked).toEqual({ ok: false, error: { kind: 'link-down' } });
    expect(link.up).toBe(false);
  });

  it('whatever bytes come back, the answer is a value with a name', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.json()),
        fc.constantFrom(200, 400, 404, 500, 503),
        async (text, status) => {
          const { made, store } = client(answering(() => new Response(text, { status })));
          const answer = await createCardKeyService(made).authenticate({} as never, never);
          expect(answer).toMatchObject({ ok: false });
          const asked = await createAuthority(made).sendSmsCode('13800000000', 'application', never);
          expect(asked).toMatchObject({ ok: false });
          store.close();
        },
      ),
      { numRuns: 30 },
    );
  });

  it('listeners of the link hear of changes only', () => {
    const link = new LinkState();
    const heard: boolean[] = [];
    const stop = link.subscribe((up) => heard.push(up));
    for (const up of [false, true, true, false]) link.report(up);
    stop();
    link.report(true);
    expect(heard).toEqual([true, false]);
  });
});
