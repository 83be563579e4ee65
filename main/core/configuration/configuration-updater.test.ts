import { generateKeyPairSync } from 'node:crypto';
import { compactDecrypt } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  newKey,
  newOfficeKeys,
  type OfficeKeys,
  rootOf,
  signed,
} from '../../../src/configuration/memory/offices.ts';
import type { SignedStatement } from '../../../src/contracts/configuration/keys.ts';
import { AttackedKiosk, handOut } from './attacks/attacked-kiosk.ts';
import { HostileCentre } from './attacks/hostile-centre.ts';
import { assign, notices, texts } from './attacks/statements.ts';
import { SECRET, sealedFor, technicians } from './attacks/uptane-attacks.ts';

/** Here the centre is an honest one. */
let kiosk: AttackedKiosk;
let keys: OfficeKeys;
beforeEach(async () => {
  keys = await newOfficeKeys();
  const centre = new HostileCentre();
  const root = JSON.stringify(await signed(rootOf(keys, 1), keys.root));
  kiosk = new AttackedKiosk(root, await centre.listen(), centre);
});
afterEach(() => kiosk.leave());

const events = (name: string) => kiosk.store.audit.all().filter(({ event }) => event === name);
const DAY_MS = 86_400_000;

describe('the updater', () => {
  it('INV-7 takes in a whole set, tells so, and runs it when nobody is there', async () => {
    const [first, second] = [await notices(keys, 5), await texts(keys, 2)];
    handOut(kiosk, first, second);
    expect(kiosk.updater.report()).toMatchObject({ state: 'shipped', assignment: 0 });
    await kiosk.hears(await assign(keys, 5, [first, second]));
    expect(kiosk.updater.report()).toMatchObject({
      state: 'waiting-for-resident',
      assignment: 5,
      runningAssignment: 0,
    });
    expect(events('configuration-received')[0]?.detail).toEqual({
      assignment: 5,
      documents: 'notices 5, texts 2',
      when: 'after-the-resident',
    });
    expect(kiosk.runs()).toBe('notices 5, texts 2');
    expect(kiosk.updater.report()).toMatchObject({
      state: 'running',
      runningAssignment: 5,
      rootVersion: 1,
      trouble: null,
    });
    // Each document was fetched once; the same ones under a newer assignment are there already.
    await kiosk.hears(await assign(keys, 6, [first, second], { issuedAt: '2026-01-05T00:30:00Z' }));
    expect(kiosk.centre.asked).toBe(2);
    expect(kiosk.updater.report()).toMatchObject({ state: 'running', assignment: 6, runningAssignment: 6 });
  });

  it('INV-7 holds ready what begins on a later day', async () => {
    const later = await notices(keys, 5, '春节', { effectiveFrom: '2026-02-16T00:00:00Z' });
    handOut(kiosk, later);
    await kiosk.hears(await assign(keys, 5, [later]));
    expect(kiosk.updater.report().state).toBe('waiting-for-day');
    expect(kiosk.store.configuration.staged()?.effectiveFrom).toBe(Date.UTC(2026, 1, 16));
    await kiosk.hears(await assign(keys, 6, []));
    expect(kiosk.updater.report()).toMatchObject({ state: 'shipped', runningAssignment: 6 });
    expect(kiosk.store.configuration.staged()).toBeNull();
  });

  it('INV-7 was away for ninety days and ten rotations, and takes the newest in one go', async () => {
    const before = await notices(keys, 5);
    handOut(kiosk, before);
    await kiosk.hears(await assign(keys, 5, [before]));
    kiosk.runs();
    kiosk.moveClock(90 * DAY_MS);
    let held = keys;
    const roots: SignedStatement[] = [];
    for (let version = 2; version <= 12; version += 1) {
      const next = await newOfficeKeys();
      const over = version < 12 ? { expiresAt: '2026-01-20T00:00:00Z' } : {};
      roots.push(await signed(rootOf(next, version, over), [...held.root, ...next.root]));
      held = next;
    }
    const newest = await notices(held, 40);
    handOut(kiosk, newest);
    const today = { issuedAt: '2026-04-05T00:00:00Z', expiresAt: '2026-04-08T00:00:00Z' };
    // The centre hands out ten at once; the kiosk asks again.
    await kiosk.hears(
      { roots: roots.slice(0, 10) },
      { roots: roots.slice(10), ...(await assign(held, 99, [newest], today)) },
    );
    expect(kiosk.runs()).toBe('notices 40');
    expect(kiosk.updater.report()).toMatchObject({ state: 'running', rootVersion: 12, trouble: null });
    expect(events('root-followed')).toHaveLength(11);
  });

  it('INV-7 goes on with what runs when the keys it was signed with are gone', async () => {
    const running = await notices(keys, 5);
    handOut(kiosk, running);
    await kiosk.hears(await assign(keys, 5, [running]));
    kiosk.runs();
    const after = { ...(await newOfficeKeys()), root: keys.root };
    const beside = await texts(after, 1);
    handOut(kiosk, beside);
    const roots = [await signed(rootOf(after, 2), keys.root)];
    await kiosk.hears({ roots, ...(await assign(after, 6, [running, beside])) });
    expect(kiosk.runs()).toBe('notices 5, texts 1');
  });

  it('INV-7 drops what waits when the keys it was signed with are gone', async () => {
    const waits = await notices(keys, 5, '春节', { effectiveFrom: '2026-02-16T00:00:00Z' });
    handOut(kiosk, waits);
    await kiosk.hears(await assign(keys, 5, [waits]));
    const after = { ...keys, configuration: [await newKey('after the theft')] };
    await kiosk.hears({ roots: [await signed(rootOf(after, 2), keys.root)] }, {});
    expect(kiosk.store.configuration.staged()).toBeNull();
    expect(kiosk.updater.report()).toMatchObject({ state: 'refused', trouble: 'signatures-missing' });
  });

  it('INV-7 goes back where operators say so, to what it kept, with nothing new signed', async () => {
    const [good, bad] = [await notices(keys, 4), await notices(keys, 5)];
    handOut(kiosk, good, bad);
    await kiosk.hears(await assign(keys, 4, [good]));
    kiosk.runs();
    await kiosk.hears(await assign(keys, 5, [bad]));
    kiosk.runs();
    const asked = kiosk.centre.asked;
    await kiosk.hears(await assign(keys, 6, [good], { back: [{ kind: 'notices', version: 4 }] }));
    expect(kiosk.runs()).toBe('notices 4');
    expect(kiosk.updater.report()).toMatchObject({ state: 'back', runningAssignment: 6 });
    expect(kiosk.centre.asked).toBe(asked);
    // And up again, where they think better of it.
    await kiosk.hears(await assign(keys, 7, [bad]));
    expect(kiosk.runs()).toBe('notices 5');
  });

  it('INV-7 never runs again what made it fail, and says why', async () => {
    const bad = await notices(keys, 5);
    handOut(kiosk, bad);
    await kiosk.hears(await assign(keys, 5, [bad]));
    kiosk.store.configuration.applyStaged(1);
    kiosk.store.configuration.goBack('crashed-core', 2);
    await kiosk.hears(await assign(keys, 6, [bad]));
    expect(kiosk.runs()).toBe('');
    expect(kiosk.updater.report()).toMatchObject({
      state: 'returned',
      trouble: 'crashed-core',
      refused: [{ kind: 'notices', version: 5, trouble: 'crashed-core' }],
    });
  });

  it('INV-6 learns a sealed list that nobody on the line could read, and only this kiosk opens', async () => {
    const list = await technicians(keys, SECRET);
    const key = kiosk.store.sealingKey.load().publicKey;
    const jwe = await sealedFor(key, list.text);
    kiosk.centre.documents.set(list.named.sha256, { form: 'sealed', jwe });
    await kiosk.hears(await assign(keys, 5, [list]));
    expect(kiosk.runs()).toBe('technicians 3');
    const inside = Buffer.from(JSON.parse(list.text).payload, 'base64url').toString('utf8');
    expect(inside).toContain(SECRET);
    for (const word of [SECRET, JSON.parse(list.text).payload])
      expect(kiosk.centre.overheard).not.toContain(word);
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    await expect(compactDecrypt(jwe, privateKey)).rejects.toThrow();
  });

  it('INV-7 closes and opens a service at once, although the documents beside it can’t be had', async () => {
    const never = await notices(keys, 5);
    const closed = [{ service: 'replace' as const, since: '2026-01-05T00:00:00Z', reason: 'wrong cards' }];
    await kiosk.hears(await assign(keys, 5, [never], { closedServices: closed }));
    expect(kiosk.store.configuration.assignments.newest()?.closedServices).toEqual(closed);
    expect(kiosk.updater.report()).toMatchObject({ state: 'refused', trouble: 'incomplete' });
    await kiosk.hears(await assign(keys, 6, [], { revokedKiosks: ['kiosk-1'] }));
    expect(events('service-closed-by-centre').map(({ detail }) => detail.open)).toEqual([false, true]);
    expect(events('kiosk-revoked')).toHaveLength(1);
  });

  it('INV-7 tells of a refusal once, not with every poll', async () => {
    const foreign = await notices(keys, 5, '三亚', { regions: ['sanya'] });
    handOut(kiosk, foreign);
    await kiosk.hears(await assign(keys, 5, [foreign]), {}, {}, {});
    expect(events('configuration-refused').map(({ detail }) => detail)).toEqual([
      { assignment: 5, document: 'notices 5', reason: 'not-for-this-region-or-model' },
    ]);
    expect(kiosk.centre.asked).toBe(1);
    expect(kiosk.updater.report().refused).toMatchObject([{ kind: 'notices', version: 5 }]);
  });

  it('INV-8 is told anew what somebody changed on its disk', async () => {
    const genuine = await notices(keys, 5);
    handOut(kiosk, genuine);
    await kiosk.hears(await assign(keys, 5, [genuine]));
    kiosk.runs();
    kiosk.spoilDisk();
    const { configuration } = kiosk.store;
    expect([configuration.assignments.newest(), configuration.documents.find(genuine.named.sha256)]).toEqual([
      null,
      null,
    ]);
    expect(kiosk.updater.report()).toMatchObject({ assignment: 0 });
    const beside = await texts(keys, 1);
    handOut(kiosk, beside);
    await kiosk.hears(await assign(keys, 5, [genuine, beside]));
    expect(kiosk.runs()).toBe('notices 5, texts 1');
    expect(configuration.documents.find(genuine.named.sha256)?.text).toBe(genuine.text);
  });
});
