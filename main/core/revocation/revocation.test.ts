import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { KioskId } from '../../../src/brand.ts';
import type { Assignment } from '../../../src/contracts/configuration/assignment.ts';
import { KioskOverStarts } from '../configuration/kiosk-over-starts.ts';
import { CentralClient } from '../sync/central-client.ts';
import { LinkState } from '../sync/link-state.ts';
import { newFolder, storeIn } from '../test-kiosk.ts';
import { seededEntropy, VirtualClock } from '../virtual-clock.ts';
import { Revocation } from './revocation.ts';

let kiosk: KioskOverStarts | null = null;
afterEach(async () => {
  await kiosk?.close();
  kiosk = null;
});

const revokedProblem = () => {
  const problem = { type: 'about:blank', title: 'x', status: 403, code: 'kiosk-revoked' };
  return new Response(JSON.stringify(problem), { status: 403 });
};
const token = () => new Response(JSON.stringify({ accessToken: 't', expiresInSeconds: 300 }));

const WITHDRAWN: Assignment = {
  type: 'yikatong-assignment',
  kioskId: 'kiosk-1',
  version: 1,
  issuedAt: '2026-11-22T03:00:00.000Z',
  expiresAt: '2026-12-22T03:00:00.000Z',
  documents: [],
  back: [],
  closedServices: [],
  revokedKiosks: ['kiosk-1'],
};

/** A kiosk's client before a centre whose two answers can be changed. */
function stolen() {
  const clock = new VirtualClock();
  const store = storeIn(newFolder(), clock);
  store.identity.enrolled('kiosk-1' as KioskId);
  let changes = 0;
  const standing = new Revocation({
    store,
    changed: () => {
      changes += 1;
    },
  });
  const sent: string[] = [];
  const says = { token, call: () => new Response('{}') };
  const client = new CentralClient({
    baseUrl: 'http://central.test',
    identity: () => store.identity.load(),
    link: new LinkState(),
    timers: clock,
    entropy: seededEntropy(5),
    fetch: async (url, init) => {
      sent.push(`${new URL(url).pathname} ${String(init.body ?? '')}`);
      return url.endsWith('/v1/tokens') ? says.token() : says.call();
    },
    signAssertion: (_, jti) => Promise.resolve(`assertion-${jti}`),
    standing,
  });
  const call = () =>
    client.call({
      method: 'PUT',
      path: '/v1/x',
      body: { who: 'a resident' },
      answer: z.unknown(),
      deadlineMs: 1_000,
    });
  const audited = () => store.audit.all().filter(({ event }) => event === 'kiosk-revoked').length;
  return { store, standing, says, sent, call, audited, changes: () => changes };
}

describe('a revoked kiosk', () => {
  it('hears of it from any call, keeps it, and from then on sends nothing but its knock', async () => {
    const { standing, says, sent, call, audited, changes } = stolen();
    says.call = revokedProblem;
    says.token = token;
    await call();
    expect([standing.revoked, audited(), changes()]).toEqual([true, 1, 1]);
    says.token = revokedProblem;
    sent.length = 0;
    for (let times = 0; times < 3; times += 1) expect((await call()).ok).toBe(false);
    expect(sent).toHaveLength(3);
    for (const one of sent) expect(one).toMatch(/^\/v1\/tokens \{"assertion":"assertion-\w+"\}$/);
    expect([audited(), changes()]).toEqual([1, 1]);
  });

  it('is served again where the centre lets it in after all', async () => {
    const { standing, says, call } = stolen();
    says.token = revokedProblem;
    await call();
    expect(standing.revoked).toBe(true);
    says.token = token;
    expect((await call()).ok).toBe(true);
    expect(standing.revoked).toBe(false);
  });

  it('sends nothing where the director’s word names it, whoever lets it in', async () => {
    const { store, standing, sent, call } = stolen();
    store.configuration.assignments.takeIn(WITHDRAWN, 'statement');
    expect(standing.revoked).toBe(true);
    expect((await call()).ok).toBe(false);
    expect(sent.join()).not.toContain('a resident');
  });

  it('INV-8 serves nobody and says so, over restarts and without any link', async () => {
    kiosk = await KioskOverStarts.open();
    await kiosk.start();
    expect(kiosk.screen).toBe('welcome');
    kiosk.store.settings.set('revoked', 'yes');
    for (const boot of ['boot-2', 'boot-3']) {
      kiosk.bootId = boot;
      await kiosk.start();
      await kiosk.settle(1);
      expect(kiosk.view).toMatchObject({ screen: 'out-of-service', reasons: ['revoked'] });
      expect(kiosk.core.tiles().filter(({ available }) => available)).toEqual([]);
    }
    await kiosk.touch({ type: 'start' });
    await kiosk.touch({ type: 'choose-service', service: 'outlets' });
    expect(kiosk.screen).not.toBe('outlets');
  });
});
