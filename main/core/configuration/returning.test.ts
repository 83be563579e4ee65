import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { KioskOverStarts, SHIPPED } from './kiosk-over-starts.ts';

const NEXT = SHIPPED.version + 1;
const DAY_S = 24 * 3_600;
let kiosk: KioskOverStarts;
afterEach(() => kiosk.close());

const returned = () => kiosk.audit('configuration-returned').map(({ detail }) => detail);
const kept = () => kiosk.audit('configuration-kept').map(({ detail }) => detail);

/** ID card readers whose every read fails. */
const BROKEN_READERS = {
  defaults: [{ deviceClass: 'id-card-reader', driver: 'bench', options: { broken: true } }],
};

/** A kiosk on trial with readers that do not work. */
async function withBrokenReaders(): Promise<void> {
  kiosk = await KioskOverStarts.open();
  kiosk.stage(4, [await kiosk.signing.document('device-defaults', 1, BROKEN_READERS)]);
  await kiosk.up();
}

async function failedJourney(): Promise<void> {
  await kiosk.layCardDown();
  expect(kiosk.view).toMatchObject({ screen: 'trouble', what: 'id-card-unreadable' });
  await kiosk.leaveTrouble();
}

describe('a configuration whose journeys fail', () => {
  it('INV-7, INV-8 is gone back from within 60 s of the second failure, and never run again', async () => {
    await withBrokenReaders();
    const started = kiosk.restarts;
    await failedJourney();
    await kiosk.settle(30);
    expect([kiosk.restarts - started, returned()]).toEqual([0, []]);
    await kiosk.layCardDown();
    await kiosk.touch({ type: 'finish' });
    const verdictAt = kiosk.clock.now();
    // What it waits for: the screen that says goodbye to whoever met the trouble.
    await kiosk.touch({ type: 'finish' });
    while (kiosk.restarts === started) await kiosk.settle(1);
    expect(kiosk.clock.now() - verdictAt).toBeLessThan(60_000);
    expect(returned()).toEqual([{ assignment: 4, to: 0, reason: 'journeys-failed' }]);
    expect(kiosk.store.configuration.refused()).toMatchObject([
      { kind: 'device-defaults', version: 1, trouble: 'journeys-failed' },
    ]);
    await kiosk.up();
    await kiosk.layCardDown();
    expect(kiosk.view).toMatchObject({ screen: 'present-id-card', problem: null });
  });

  it('INV-7 nobody begins another journey under it: the resident who is there is its last', async () => {
    await withBrokenReaders();
    const started = kiosk.restarts;
    await failedJourney();
    await kiosk.layCardDown();
    await kiosk.touch({ type: 'finish' });
    // The verdict stands while the resident reads the goodbye.
    expect([kiosk.screen, kiosk.restarts]).toEqual(['ended', started]);
    await kiosk.settle(30);
    expect(kiosk.restarts).toBe(started + 1);
  });

  it('that nobody’s journey fails under is the last good one after five, and stays when a later one fails', async () => {
    kiosk = await KioskOverStarts.open();
    kiosk.stage(3, [await kiosk.signing.document('policy-pack', NEXT, kiosk.pack2())]);
    await kiosk.up();
    for (let visit = 0; visit < 4; visit += 1) await kiosk.visit();
    expect(kept()).toEqual([]);
    await kiosk.visit();
    await kiosk.settle(6);
    expect(kept()).toEqual([{ assignment: 3, sessions: 5 }]);
    const readers = await kiosk.signing.document('device-defaults', 1, BROKEN_READERS);
    const { configuration } = kiosk.store;
    const pack = configuration.documents.find(configuration.current()?.documents[0]?.sha256 ?? '');
    if (!pack) throw new Error('the pack that runs is gone');
    kiosk.stage(4, [pack, readers]);
    await kiosk.settle(6);
    await kiosk.up();
    await failedJourney();
    await failedJourney();
    await kiosk.settle(6);
    expect(returned()).toEqual([{ assignment: 4, to: 3, reason: 'journeys-failed' }]);
    await kiosk.up();
    expect(kiosk.pack).toBe(`hainan ${NEXT}`);
  });

  it('INV-7 a day without anybody proves nothing; with somebody it keeps it', async () => {
    kiosk = await KioskOverStarts.open();
    kiosk.stage(4, [await kiosk.signing.document('notices', 1, { notices: [] })]);
    await kiosk.up();
    kiosk.clock.setWallClock(9 * DAY_S * 1_000);
    await kiosk.settle(6);
    expect([kept(), kiosk.store.configuration.trial.find()?.sessions]).toEqual([[], 0]);
    await kiosk.visit();
    await kiosk.settle(6);
    expect(kept()).toEqual([{ assignment: 4, sessions: 1 }]);
  });
});

describe('a configuration that crashes the core', () => {
  const pack = async () => kiosk.signing.document('policy-pack', NEXT, kiosk.pack2());

  it('INV-8 twice is refused for good, reported, and the last good one runs', async () => {
    kiosk = await KioskOverStarts.open();
    kiosk.stage(4, [await pack()]);
    kiosk.diesWith = ({ version }) => version === NEXT;
    await kiosk.up();
    expect(kiosk.pack).toBe(`hainan ${SHIPPED.version}`);
    expect(returned()).toEqual([{ assignment: 4, to: 0, reason: 'crashed-core' }]);
    expect(kiosk.audit('configuration-refused').map(({ detail }) => detail)).toEqual([
      { assignment: 4, document: `policy-pack ${NEXT}`, reason: 'crashed-core' },
    ]);
    expect(kiosk.store.configuration.refused()).toMatchObject([{ version: NEXT, trouble: 'crashed-core' }]);
    expect(kiosk.starts).toBe(4);
  });

  it('a power cut is no crash, and neither is a restart on purpose', async () => {
    kiosk = await KioskOverStarts.open();
    kiosk.stage(4, [await pack()]);
    await kiosk.up();
    for (const boot of ['boot-2', 'boot-3', 'boot-4']) {
      kiosk.bootId = boot;
      await kiosk.up();
    }
    expect(kiosk.store.configuration.trial.find()).toMatchObject({ crashes: 0, bootId: 'boot-4' });
    for (let turn = 0; turn < 3; turn += 1) {
      kiosk.core.restart();
      await kiosk.up();
    }
    expect(kiosk.store.configuration.trial.find()).toMatchObject({ crashes: 0 });
    expect(returned()).toEqual([]);
    await kiosk.up();
    expect(kiosk.store.configuration.trial.find()).toMatchObject({ crashes: 1 });
  });
});

describe('a configuration that was changed on the disk', () => {
  /** Somebody writes into the store's file while no core has it. */
  async function onDisk(sql: string): Promise<void> {
    await kiosk.close();
    const file = new Sqlite(join(kiosk.folder, 'store.db'));
    file.exec(sql);
    file.close();
  }

  it.each([
    [
      'a text with a bit flipped',
      'UPDATE configuration_document SET sealed = zeroblob(length(sealed))',
      'damaged',
    ],
    [
      'a length put up',
      "UPDATE configuration_set SET documents = json_set(documents, '$[0].length', 9)",
      'damaged',
    ],
    [
      'a version put down',
      "UPDATE configuration_set SET documents = json_set(documents, '$[0].version', 1)",
      'version-or-line-differs',
    ],
    ['a document that is gone', 'DELETE FROM configuration_document', 'damaged'],
    ['a root that is gone', 'UPDATE configuration_document SET root_version = 7', 'root-not-followed'],
  ])('INV-7, INV-8 %s: refused, on record, and the kiosk comes up as shipped', async (_, sql, trouble) => {
    kiosk = await KioskOverStarts.open();
    kiosk.stage(4, [await kiosk.signing.document('policy-pack', NEXT, kiosk.pack2())]);
    await kiosk.up();
    expect(kiosk.pack).toBe(`hainan ${NEXT}`);
    await onDisk(`PRAGMA foreign_keys = OFF; ${sql}`);
    await kiosk.up();
    expect(kiosk.pack).toBe(`hainan ${SHIPPED.version}`);
    expect(returned().map(({ reason }) => reason)).toEqual([trouble]);
    expect(kiosk.store.configuration.current()).toBeNull();
    // The document did nothing wrong: it is run as soon as the centre has given it anew and the disk has rested.
    expect([kiosk.store.configuration.refused(), kiosk.audit('configuration-refused')]).toEqual([[], []]);
    kiosk.stage(4, [await kiosk.signing.document('policy-pack', NEXT, kiosk.pack2())]);
    const { restarts } = kiosk;
    await kiosk.settle(9 * 60);
    expect(kiosk.restarts).toBe(restarts);
    await kiosk.settle(2 * 60);
    expect(kiosk.restarts).toBe(restarts + 1);
    await kiosk.up();
    expect(kiosk.pack).toBe(`hainan ${NEXT}`);
  });

  it('INV-8 a last good set that can’t be read either leaves the kiosk as shipped', async () => {
    kiosk = await KioskOverStarts.open();
    kiosk.stage(3, [await kiosk.signing.document('notices', 1, { notices: [] })]);
    await kiosk.up();
    kiosk.store.configuration.keepCurrent(kiosk.clock.now());
    kiosk.stage(4, [await kiosk.signing.document('notices', 2, { notices: [] })]);
    await kiosk.up();
    await onDisk('UPDATE configuration_document SET sealed = zeroblob(60)');
    await kiosk.up();
    expect(returned()).toEqual([{ assignment: 4, to: 0, reason: 'damaged' }]);
    expect(kiosk.store.configuration.lastGood()).toBeNull();
  });

  it('INV-7 a list of places that the pack names and nobody has does not fit', async () => {
    kiosk = await KioskOverStarts.open();
    const directories = { ...SHIPPED.directories, outlets: ['nowhere-at-all'] };
    kiosk.stage(4, [await kiosk.signing.document('policy-pack', NEXT, kiosk.pack2({ directories }))]);
    await kiosk.up();
    expect([kiosk.pack, returned()]).toEqual([
      `hainan ${SHIPPED.version}`,
      [{ assignment: 4, to: 0, reason: 'does-not-fit' }],
    ]);
  });
});
