import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditRecord } from '../../../src/contracts/audit.ts';
import { activation, application, newFolder, type TestKiosk, testKiosk } from '../test-kiosk.ts';
import { ModelCentral } from './model-central.ts';

const never = new AbortController().signal;
const RESTORED = '2026-01-05T02:00:00Z';
const MINUTE = 60_000;
const RESIDENTS = ['A', 'B', 'C', 'D', 'E', 'F'];

const forgottenIn = (kiosk: TestKiosk): AuditRecord[] =>
  kiosk.store.audit.all().filter(({ event }) => event === 'operation-forgotten');
const keysIn = (kiosk: TestKiosk) => forgottenIn(kiosk).map(({ detail }) => detail.key);
const asksIn = (central: ModelCentral) =>
  central.requests.filter((request) => request.startsWith('GET /v1/operations/'));

/** Applications of so many residents, each answered before the next. */
async function accept(kiosk: TestKiosk, residents: readonly string[]) {
  const accepted: { readonly key: string; readonly reference: string; readonly transactionId: string }[] = [];
  for (const resident of residents) {
    const operation = application(resident.repeat(18));
    accepted.push(kiosk.transactions.accept({ service: 'apply', operation }));
    await kiosk.clock.advance(2_000);
  }
  return accepted;
}

describe('a centre that was restored from an older backup', () => {
  it('INV-4 is noticed by the trail it lacks: what it forgot is on record, once and in order', async () => {
    const central = new ModelCentral();
    const kiosk = testKiosk(central.fetch);
    const stop = kiosk.start();
    await accept(kiosk, ['A']);
    await kiosk.clock.advance(MINUTE);
    const restore = central.backUp();
    const lost = await accept(kiosk, ['B', 'C']);
    await kiosk.clock.advance(MINUTE);
    restore(RESTORED);
    const effects = central.effects.length;
    await kiosk.clock.advance(5 * MINUTE);
    expect(forgottenIn(kiosk).map(({ detail }) => detail)).toEqual(
      lost.map(({ key, reference, transactionId }) => ({
        key,
        reference,
        transaction: transactionId,
        act: 'submit',
        outcome: 'done',
      })),
    );
    expect(asksIn(central)).toEqual(lost.map(({ key }) => `GET /v1/operations/${key}`));
    // Nothing but the trail was sent again.
    const since = central.effects.slice(effects).map(({ operation }) => operation.kind);
    expect(new Set(since)).toEqual(new Set(['audit.append']));
    await stop();
  });

  it('INV-4 sends the trail again from where it ends there, without a gap', async () => {
    const central = new ModelCentral();
    const kiosk = testKiosk(central.fetch);
    const stop = kiosk.start();
    await accept(kiosk, ['A']);
    await kiosk.clock.advance(MINUTE);
    const restore = central.backUp();
    await accept(kiosk, ['B', 'C']);
    await kiosk.clock.advance(MINUTE);
    restore(RESTORED);
    // Somebody is served before the next heartbeat: the archive must not take that in behind a gap.
    await accept(kiosk, ['D']);
    await kiosk.clock.advance(5 * MINUTE);
    const held = central.effects.flatMap(({ operation }) =>
      operation.kind === 'audit.append' ? operation.records.map(({ sequence }) => sequence) : [],
    );
    expect(held).toEqual(kiosk.store.audit.all().map(({ sequence }) => sequence));
    expect(kiosk.store.audit.unsent(1)).toEqual([]);
    await stop();
  });

  it('INV-4 is noticed where not one record is missing: the answer was younger than the trail', async () => {
    const central = new ModelCentral();
    const kiosk = testKiosk(central.fetch);
    const stop = kiosk.start();
    await kiosk.clock.advance(MINUTE);
    const restore = central.backUp();
    central.nextFault = (_, path) => (path.includes('audit') ? 'drop-before' : 'none');
    const lost = await accept(kiosk, ['A']);
    restore(RESTORED);
    central.nextFault = () => 'none';
    await kiosk.clock.advance(5 * MINUTE);
    expect(keysIn(kiosk)).toEqual(lost.map(({ key }) => key));
    await stop();
  });

  it('INV-4 is noticed where the trail was there and its acknowledgement was lost', async () => {
    const central = new ModelCentral();
    const kiosk = testKiosk(central.fetch);
    const stop = kiosk.start();
    await kiosk.clock.advance(MINUTE);
    const restore = central.backUp();
    central.nextFault = (_, path) => (path.includes('audit') ? 'drop-after' : 'none');
    const lost = await accept(kiosk, ['A']);
    await kiosk.clock.advance(MINUTE);
    restore(RESTORED);
    central.nextFault = () => 'none';
    // The trail is there again before the first heartbeat is.
    await kiosk.clock.advance(5 * MINUTE);
    expect(keysIn(kiosk)).toEqual(lost.map(({ key }) => key));
    await stop();
  });

  it('INV-4 started anew once more before anything was asked, what is to be asked stays', async () => {
    const central = new ModelCentral();
    const kiosk = testKiosk(central.fetch);
    const stop = kiosk.start();
    await kiosk.clock.advance(MINUTE);
    const restore = central.backUp();
    const lost = await accept(kiosk, ['A']);
    await kiosk.clock.advance(MINUTE);
    restore(RESTORED);
    while (kiosk.store.settings.get('ask-again-after') === null) await kiosk.clock.advance(1_000);
    await kiosk.clock.advance(7_000);
    expect(kiosk.store.audit.unsent(1)).toEqual([]);
    for (const upSince of [RESTORED, '2026-01-05T03:00:00Z']) {
      central.upSince = upSince;
      kiosk.sync.heartbeatSoon();
      await kiosk.clock.advance(1_000);
    }
    expect(asksIn(central)).toEqual([]);
    await kiosk.clock.advance(5 * MINUTE);
    expect(keysIn(kiosk)).toEqual(lost.map(({ key }) => key));
    await stop();
  });

  it('INV-4 restored to a still older backup in the middle of the questions, it is asked from further back', async () => {
    const central = new ModelCentral();
    const kiosk = testKiosk(central.fetch);
    const stop = kiosk.start();
    await kiosk.clock.advance(MINUTE);
    const restoreOldest = central.backUp();
    const lost = await accept(kiosk, ['A']);
    await kiosk.clock.advance(MINUTE);
    const restore = central.backUp();
    lost.push(...(await accept(kiosk, ['B', 'C'])));
    await kiosk.clock.advance(MINUTE);
    restore(RESTORED);
    while (asksIn(central).length === 0) await kiosk.clock.advance(100);
    restoreOldest('2026-01-05T03:00:00Z');
    kiosk.sync.heartbeatSoon();
    await kiosk.clock.advance(10 * MINUTE);
    expect(keysIn(kiosk).toSorted()).toEqual(lost.map(({ key }) => key).toSorted());
    await stop();
  });

  it('INV-4 is only asked about its last acts where it was started anew and forgot nothing', async () => {
    const central = new ModelCentral();
    const kiosk = testKiosk(central.fetch);
    const stop = kiosk.start();
    await accept(kiosk, ['A', 'B']);
    await kiosk.clock.advance(2 * MINUTE);
    const [last] = await accept(kiosk, ['C']);
    central.upSince = RESTORED;
    await kiosk.clock.advance(5 * MINUTE);
    expect(asksIn(central)).toEqual([`GET /v1/operations/${last?.key}`]);
    expect(forgottenIn(kiosk)).toEqual([]);
    expect(kiosk.store.settings.get('ask-again-after')).toBeNull();
    await stop();
  });

  it('asks nothing of a centre that does not tell how far it has the trail', async () => {
    const central = new ModelCentral();
    central.upSince = null;
    const kiosk = testKiosk(central.fetch);
    const stop = kiosk.start();
    await accept(kiosk, ['A']);
    await kiosk.clock.advance(5 * MINUTE);
    expect(asksIn(central)).toEqual([]);
    expect(kiosk.store.settings.get('ask-again-after')).toBeNull();
    await stop();
  });

  it('ACT-6 INV-4 names a forgotten activation, and an open one is voided by settling as ever', async () => {
    const central = new ModelCentral();
    const kiosk = testKiosk(central.fetch);
    const stop = kiosk.start();
    await kiosk.clock.advance(MINUTE);
    const restore = central.backUp();
    const done = kiosk.transactions.carryOut({ service: 'activate', operation: activation }, 5_000, never);
    await kiosk.clock.advance(10_000);
    expect((await done).end).toMatchObject({ state: 'done' });
    central.nextFault = (method) => (method === 'PUT' ? 'drop-after' : 'server-error');
    const open = kiosk.transactions.carryOut({ service: 'activate', operation: activation }, 5_000, never);
    await kiosk.clock.advance(10_000);
    expect((await open).end).toMatchObject({ state: 'unknown' });
    restore(RESTORED);
    central.nextFault = () => 'none';
    await kiosk.clock.advance(20 * MINUTE);
    expect(forgottenIn(kiosk)).toMatchObject([{ detail: { act: 'activate', outcome: 'done' } }]);
    expect(kiosk.store.journal.countOpen()).toBe(0);
    expect(central.effects.filter(({ operation }) => operation.kind === 'card.activate')).toEqual([]);
    await stop();
  });

  it('INV-4 loses nothing where it was restored to before the enrolment, and a new code lets the kiosk in', async () => {
    const central = new ModelCentral();
    const folder = newFolder();
    const restore = central.backUp();
    const first = testKiosk(central.fetch, { folder });
    const stopFirst = first.start();
    const [lost] = await accept(first, ['A']);
    await first.clock.advance(MINUTE);
    restore(RESTORED);
    central.knowsKiosk = false;
    const [waiting] = await accept(first, ['B']);
    await first.clock.advance(20 * MINUTE);
    expect(first.sync.link.up).toBe(false);
    expect(first.store.outbox.figures().waiting).toBe(1);
    expect(first.store.deadLetters.count()).toBe(0);
    expect(central.effects).toEqual([]);
    await stopFirst();
    first.store.close();

    // The operator's new code comes with a start.
    const kiosk = testKiosk(central.fetch, { folder, startAt: first.clock.now() });
    expect(await kiosk.sync.enrol('one-time-code', 'test')).toMatchObject({ ok: true, value: 'kiosk-1' });
    const stop = kiosk.start();
    await kiosk.clock.advance(20 * MINUTE);
    expect(kiosk.store.identity.load().kioskId).toBe('kiosk-2');
    expect(keysIn(kiosk)).toEqual([lost?.key]);
    expect(central.effects.map(({ key }) => key)).toContain(waiting?.key);
    expect(central.auditUpTo).toBe(kiosk.store.audit.newest());
    await stop();
  });

  it('INV-4 whatever is restored and cut off in between, each forgotten operation is on record once', async () => {
    const acts = fc.array(
      fc.constantFrom('accept', 'accept', 'back-up', 'restore', 'cut', 'wait', 'no-link', 'link'),
      { minLength: 4, maxLength: 16 },
    );
    await fc.assert(
      fc.asyncProperty(acts, fc.nat(1_000), async (story, seed) => {
        const central = new ModelCentral();
        const folder = newFolder();
        let kiosk = testKiosk(central.fetch, { folder, seed });
        let stop = kiosk.start();
        await kiosk.clock.advance(MINUTE);
        let restore = central.backUp();
        const accepted: { readonly key: string }[] = [];
        const everForgotten = new Set<string>();
        for (const [at, act] of story.entries()) {
          const { clock } = kiosk;
          if (act === 'accept') accepted.push(...(await accept(kiosk, [RESIDENTS[at % 6] ?? 'A'])));
          if (act === 'back-up') restore = central.backUp();
          if (act === 'restore') {
            const before = central.effects.map(({ key }) => key);
            restore(`2026-01-05T02:${String(at).padStart(2, '0')}:00Z`);
            const kept = new Set(central.effects.map(({ key }) => key));
            for (const key of before) if (!kept.has(key)) everForgotten.add(key);
          }
          if (act === 'wait') await clock.advance(33_000);
          if (act === 'no-link') central.nextFault = () => 'drop-before';
          if (act === 'link') central.nextFault = () => 'none';
          if (act === 'cut') {
            await stop();
            kiosk.store.close();
            kiosk = testKiosk(central.fetch, { folder, seed: seed + at + 1, startAt: clock.now() });
            stop = kiosk.start();
          }
        }
        central.nextFault = () => 'none';
        await kiosk.clock.advance(30 * MINUTE);
        const held = new Set(central.effects.map(({ key }) => key));
        const told = keysIn(kiosk);
        expect(new Set(told).size).toBe(told.length);
        for (const { key } of accepted) {
          if (!held.has(key)) expect(told).toContain(key);
          if (!everForgotten.has(key)) expect(told).not.toContain(key);
        }
        expect(kiosk.store.outbox.figures().waiting).toBe(0);
        expect(kiosk.store.settings.get('ask-again-after')).toBeNull();
        expect(kiosk.store.audit.unsent(1)).toEqual([]);
        await stop();
        kiosk.store.close();
      }),
      { numRuns: 25 },
    );
  });
});
