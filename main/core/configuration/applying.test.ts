import { afterEach, describe, expect, it } from 'vitest';
import { KioskOverStarts, SHIPPED } from './kiosk-over-starts.ts';

const NEXT = SHIPPED.version + 1;
const HOUR_MS = 3_600_000;
let kiosk: KioskOverStarts;
afterEach(() => kiosk.close());

const applied = () => kiosk.audit('configuration-applied').map(({ detail }) => detail.assignment);

describe('a configuration that waits', () => {
  it('INV-7 is applied between residents, by a new core, and the one before becomes the last good one', async () => {
    kiosk = await KioskOverStarts.open();
    await kiosk.start();
    expect(kiosk.pack).toBe(`hainan ${SHIPPED.version}`);
    kiosk.stage(4, [await kiosk.signing.document('policy-pack', NEXT, kiosk.pack2())]);
    await kiosk.settle(6);
    expect([kiosk.restarts, applied()]).toEqual([1, [4]]);
    await kiosk.start();
    expect(kiosk.pack).toBe(`hainan ${NEXT}`);
    expect(kiosk.store.configuration.current()).toMatchObject({ assignment: 4, keptAt: null });
  });

  it('INV-7 waits for a resident; the session ends, and is on record, under the pack it began with', async () => {
    kiosk = await KioskOverStarts.open();
    await kiosk.start();
    await kiosk.touch({ type: 'start' });
    await kiosk.touch({ type: 'choose-service', service: 'outlets' });
    kiosk.stage(4, [await kiosk.signing.document('policy-pack', NEXT, kiosk.pack2())]);
    await kiosk.settle(30);
    expect([kiosk.screen, kiosk.restarts]).toEqual(['outlets', 0]);
    await kiosk.touch({ type: 'finish' });
    await kiosk.touch({ type: 'finish' });
    expect(kiosk.restarts).toBe(1);
    expect(kiosk.audit('session-facts').map(({ detail }) => [detail.pack, detail.assignment])).toEqual([
      [`hainan ${SHIPPED.version}`, 0],
    ]);
    await kiosk.start();
    await kiosk.visit();
    expect(kiosk.audit('session-facts').at(-1)?.detail).toMatchObject({
      pack: `hainan ${NEXT}`,
      assignment: 4,
    });
  });

  it('INV-7 waits for its day, link or not', async () => {
    kiosk = await KioskOverStarts.open();
    await kiosk.start();
    const effectiveFrom = kiosk.clock.now() + HOUR_MS;
    kiosk.stage(4, [await kiosk.signing.document('policy-pack', NEXT, kiosk.pack2())], { effectiveFrom });
    await kiosk.settle(HOUR_MS / 1_000 - 60);
    expect(kiosk.restarts).toBe(0);
    await kiosk.settle(120);
    expect([kiosk.restarts, applied()]).toEqual([1, [4]]);
  });

  it('INV-7 waits for a technician at work', async () => {
    kiosk = await KioskOverStarts.open();
    await kiosk.start();
    kiosk.core.receive({ kind: 'call-technician' });
    await kiosk.settle();
    expect(kiosk.screen).toBe('maintenance');
    kiosk.stage(4, [await kiosk.signing.document('policy-pack', NEXT, kiosk.pack2())]);
    await kiosk.settle(20);
    expect(kiosk.restarts).toBe(0);
    kiosk.core.receive({ kind: 'maintain', revision: kiosk.view.revision, act: { act: 'give-up-sign-in' } });
    await kiosk.settle(6);
    expect(kiosk.restarts).toBe(1);
  });

  it('what operators send back needs no trial, and is on record', async () => {
    kiosk = await KioskOverStarts.open();
    const notices = { notices: [] };
    kiosk.stage(4, [await kiosk.signing.document('notices', 1, notices)]);
    await kiosk.start();
    await kiosk.settle(6);
    await kiosk.start();
    expect(kiosk.store.configuration.trial.find()?.coreStarts).toBe(1);
    kiosk.stage(5, [], { goesBack: true });
    await kiosk.settle(6);
    expect(kiosk.audit('configuration-returned').map(({ detail }) => detail)).toEqual([
      { assignment: 4, to: 5, reason: 'told-to' },
    ]);
    await kiosk.start();
    expect([kiosk.pack, kiosk.store.configuration.trial.find()]).toEqual([`hainan ${SHIPPED.version}`, null]);
  });
});

describe('a power cut while a configuration is applied', () => {
  it('INV-7 leaves the old or the new, never a mix, at whichever write it comes', async () => {
    const seen = new Set<string>();
    for (let at = 1; at < 60; at += 1) {
      kiosk = await KioskOverStarts.open();
      const pack = await kiosk.signing.document('policy-pack', NEXT, kiosk.pack2());
      kiosk.stage(4, [pack, await kiosk.signing.document('texts', 1, { zh: {}, en: { 'a.b': 'c' } })]);
      kiosk.power.cutAt(at, 'configuration_set');
      await kiosk.start();
      await kiosk.settle(6);
      const { away } = kiosk.power;
      kiosk.power.comeBack();
      await kiosk.close();
      const { configuration } = kiosk.store;
      const kinds = (set: ReturnType<typeof configuration.current>) =>
        set?.documents.map(({ kind }) => kind).join(' ') ?? 'none';
      const { trial } = configuration;
      const audited = `applied ${applied().join()}`;
      const onTrial = trial.find() ? 'on trial' : 'no trial';
      seen.add([kinds(configuration.current()), kinds(configuration.staged()), audited, onTrial].join('; '));
      kiosk.bootId = 'boot-2';
      await kiosk.up();
      expect([kiosk.pack, applied()]).toEqual([`hainan ${NEXT}`, [4]]);
      await kiosk.close();
      if (!away) break;
    }
    expect([...seen].toSorted()).toEqual([
      'none; policy-pack texts; applied ; no trial',
      'policy-pack texts; none; applied 4; on trial',
    ]);
  }, 60_000);
});
