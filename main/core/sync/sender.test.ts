import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { application, testKiosk } from '../test-kiosk.ts';
import { seededEntropy } from '../virtual-clock.ts';
import { backOffMs, LONGEST_BACK_OFF_MS } from './back-off.ts';
import { type Fault, ModelCentral } from './model-central.ts';

const FAULTS: readonly Fault[] = [
  'none',
  'drop-before',
  'drop-after',
  'refused-connection',
  'unauthorised',
  'server-error',
  'portal-page',
  'in-progress',
];

describe('the sender', () => {
  it('INV-4 whatever the wire does, each application takes effect once and in order per resident', async () => {
    const faults = fc.array(fc.constantFrom(...FAULTS), { maxLength: 40 });
    const residents = fc.array(fc.constantFrom('A', 'B', 'C'), { minLength: 1, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(faults, residents, fc.nat(1_000), async (schedule, people, seed) => {
        const central = new ModelCentral();
        const left = [...schedule];
        central.nextFault = () => left.shift() ?? 'none';
        const kiosk = testKiosk(central.fetch, { seed });
        const stop = kiosk.start();
        const accepted: { key: string; person: string }[] = [];
        for (const person of people) {
          const { key } = kiosk.transactions.accept({
            service: 'apply',
            operation: application(person.repeat(18)),
          });
          accepted.push({ key, person });
          await kiosk.clock.advance(300);
        }
        await kiosk.clock.advance(60 * 60_000);
        await stop();
        const applied = central.effects.filter(({ operation }) => operation.kind === 'application.submit');
        expect(applied.map(({ key }) => key).sort()).toEqual(accepted.map(({ key }) => key).sort());
        for (const person of new Set(people)) {
          const keys = accepted.filter((one) => one.person === person).map(({ key }) => key);
          expect(applied.filter(({ key }) => keys.includes(key)).map(({ key }) => key)).toEqual(keys);
        }
        expect(kiosk.store.outbox.figures().waiting).toBe(0);
        expect(kiosk.store.journal.countOpen()).toBe(0);
        const records = kiosk.store.audit.all();
        expect(records.map(({ sequence }) => sequence)).toEqual(records.map((_, index) => index + 1));
        expect(kiosk.store.audit.unsent(500)).toEqual([]);
        kiosk.store.close();
      }),
      { numRuns: 15 },
    );
  });

  it('INV-4 what was put off while the clock was a day ahead goes when the clock is right again', async () => {
    const central = new ModelCentral();
    const left: Fault[] = ['drop-before', 'drop-before', 'drop-before'];
    central.nextFault = () => left.shift() ?? 'none';
    const kiosk = testKiosk(central.fetch);
    const day = 24 * 60 * 60_000;
    kiosk.clock.setWallClock(day);
    const stop = kiosk.start();
    kiosk.transactions.accept({ service: 'apply', operation: application() });
    await kiosk.clock.advance(300);
    expect(kiosk.store.outbox.figures().waiting).toBe(1);
    kiosk.clock.setWallClock(-day);
    await kiosk.clock.advance(10 * 60_000);
    expect(kiosk.store.outbox.figures().waiting).toBe(0);
    expect(central.effects.filter(({ operation }) => operation.kind === 'application.submit')).toHaveLength(
      1,
    );
    await stop();
  });

  it('refuse at random: every application ends as an effect or as a dead letter, none twice, none nowhere', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('has-card', 'problem', null), { maxLength: 8 }),
        async (answers) => {
          const central = new ModelCentral();
          const kiosk = testKiosk(central.fetch);
          const byMobile = new Map(answers.map((answer, index) => [`1380000000${index}`, answer]));
          central.refuses = (operation) =>
            operation.kind === 'application.submit' ? (byMobile.get(operation.mobile) ?? null) : null;
          const stop = kiosk.start();
          for (const mobile of byMobile.keys()) {
            kiosk.transactions.accept({
              service: 'apply',
              operation: application('A'.repeat(18), { mobile }),
            });
          }
          await kiosk.clock.advance(60_000);
          await stop();
          const applied = central.effects.filter(({ operation }) => operation.kind === 'application.submit');
          expect(applied).toHaveLength(answers.filter((answer) => answer === null).length);
          expect(kiosk.store.deadLetters.count()).toBe(answers.filter((answer) => answer !== null).length);
          expect(kiosk.store.outbox.figures().waiting).toBe(0);
          kiosk.store.close();
        },
      ),
      { numRuns: 15 },
    );
  });

  it('one item that breaks the connection each time delays the others by no more than a second', async () => {
    const central = new ModelCentral();
    const kiosk = testKiosk(central.fetch);
    const stop = kiosk.start();
    const poison = kiosk.transactions.accept({ service: 'apply', operation: application('P'.repeat(18)) });
    central.nextFault = (_, path) => (path.includes(poison.key) ? 'drop-before' : 'none');
    const others = Array.from({ length: 20 }, (_, index) =>
      kiosk.transactions.accept({
        service: 'apply',
        operation: application(String(index).padStart(18, '0')),
      }),
    );
    await kiosk.clock.advance(1_000);
    const done = others.filter(({ key }) => central.effects.some((effect) => effect.key === key));
    expect(done).toHaveLength(20);
    expect(kiosk.store.outbox.figures().waiting).toBe(1);
    await stop();
  });

  it('twenty items that break the connection each time stop nobody else', async () => {
    const central = new ModelCentral();
    const kiosk = testKiosk(async (url, init) => {
      await kiosk.clock.sleep(2);
      return central.fetch(url, init);
    });
    const accepted = Array.from({ length: 200 }, (_, at) => {
      const operation = application(String(at).padStart(18, '0'));
      return { bad: at % 20 < 2, ...kiosk.transactions.accept({ service: 'apply', operation }) };
    });
    const bad = accepted.filter((one) => one.bad).map(({ key }) => key);
    const healthy = accepted.filter((one) => !one.bad).map(({ key }) => key);
    central.nextFault = (_, path) => (bad.some((key) => path.includes(key)) ? 'drop-before' : 'none');
    const stop = kiosk.start();
    await kiosk.clock.advance(3_000);
    const through = (keys: readonly string[]) =>
      keys.filter((key) => central.effects.some((effect) => effect.key === key)).length;
    expect(through(healthy)).toBe(healthy.length);
    expect(through(bad)).toBe(0);
    // Nor somebody who comes when nothing but these is left, minutes later.
    await kiosk.clock.advance(10 * 60_000);
    const { key } = kiosk.transactions.accept({ service: 'apply', operation: application('N'.repeat(18)) });
    await kiosk.clock.advance(1_000);
    expect(through([key])).toBe(1);
    central.nextFault = () => 'none';
    await kiosk.clock.advance(6 * 60_000);
    expect(through(bad)).toBe(bad.length);
    await stop();
    kiosk.store.close();
  });

  it('a kiosk the centre does not know yet pauses its queue, and counts it against no item', async () => {
    const central = new ModelCentral();
    let known = false;
    const kiosk = testKiosk(async (url, init) =>
      known || !url.endsWith('/v1/tokens')
        ? central.fetch(url, init)
        : new Response(JSON.stringify({ type: 'about:blank', title: 'x', status: 401, code: 'unknown' }), {
            status: 401,
          }),
    );
    const accepted = Array.from({ length: 50 }, (_, at) =>
      kiosk.transactions.accept({ service: 'apply', operation: application(String(at).padStart(18, '0')) }),
    );
    const postpone = vi.spyOn(kiosk.store.outbox, 'postpone');
    const stop = kiosk.start();
    await kiosk.clock.advance(60_000);
    expect(postpone).not.toHaveBeenCalled();
    known = true;
    await kiosk.clock.advance(5 * 60_000);
    expect(central.effects.filter(({ operation }) => operation.kind === 'application.submit')).toHaveLength(
      accepted.length,
    );
    await stop();
    kiosk.store.close();
  });

  it('a queue that drains takes its audit trail along in few batches', async () => {
    const central = new ModelCentral();
    const kiosk = testKiosk(async (url, init) => {
      await kiosk.clock.sleep(15);
      return central.fetch(url, init);
    });
    for (let at = 0; at < 60; at += 1) {
      const operation = application(String(at).padStart(18, '0'));
      kiosk.transactions.accept({ service: 'apply', operation });
    }
    const stop = kiosk.start();
    await kiosk.clock.advance(10_000);
    await stop();
    const batches = central.effects.filter(({ operation }) => operation.kind === 'audit.append');
    expect(batches.length).toBeLessThanOrEqual(3);
    expect(kiosk.store.audit.unsent(1)).toEqual([]);
    kiosk.store.close();
  });

  it('LOSS-5 a loss report overtakes what the same resident asked for before', async () => {
    const central = new ModelCentral();
    const kiosk = testKiosk(central.fetch);
    const earlier = application('L'.repeat(18));
    kiosk.transactions.accept({ service: 'apply', operation: earlier });
    const { identity, face } = earlier;
    const report = { loss: 'temporary', term: { kind: 'long-term' } } as const;
    kiosk.transactions.accept({ service: 'loss', operation: { identity, face, report } });
    const stop = kiosk.start();
    await kiosk.clock.advance(5_000);
    await stop();
    const sent = central.effects
      .map(({ operation }) => operation.kind)
      .filter((kind) => kind !== 'audit.append');
    expect(sent).toEqual(['loss.report', 'application.submit']);
    kiosk.store.close();
  });

  it('back-off doubles up to 5 min with full jitter', () => {
    const entropy = seededEntropy(3);
    for (const failures of [1, 2, 5, 9, 40, 4_000]) {
      const bound = Math.min(LONGEST_BACK_OFF_MS, 1_000 * 2 ** (failures - 1));
      const waits = Array.from({ length: 200 }, () => backOffMs(failures, entropy));
      expect(Math.max(...waits)).toBeLessThanOrEqual(bound);
      expect(Math.max(...waits)).toBeGreaterThan(bound * 0.8);
      expect(Math.min(...waits)).toBeLessThan(bound * 0.2);
    }
  });
});
