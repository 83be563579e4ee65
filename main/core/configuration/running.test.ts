import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { noticesAt } from '../../../src/configuration/notices-at.ts';
import type { Assignment } from '../../../src/contracts/configuration/assignment.ts';
import { loadDirectory } from '../directory.ts';
import { ownFigures } from '../sync/own-figures.ts';
import { newFolder, storeIn } from '../test-kiosk.ts';
import { devicesWithDefaults } from './devices-with-defaults.ts';
import { KioskOverStarts, SHIPPED } from './kiosk-over-starts.ts';
import { asShipped } from './running-configuration.ts';
import { runningWith } from './set-content.ts';

let kiosk: KioskOverStarts | null = null;
afterEach(async () => {
  await kiosk?.close();
  kiosk = null;
});

const said = (closed: readonly string[]): Assignment => ({
  type: 'yikatong-assignment',
  kioskId: 'kiosk-1',
  version: closed.length + 1,
  issuedAt: '2026-11-22T03:00:00.000Z',
  expiresAt: '2026-12-22T03:00:00.000Z',
  documents: [],
  back: [],
  closedServices: closed.map((service) => ({
    service: service as Assignment['closedServices'][number]['service'],
    since: '2026-11-22T03:00:00.000Z',
    reason: 'the registry answers nonsense',
  })),
  revokedKiosks: [],
});

describe('emergency off', () => {
  it('closes one service at once; who is inside finishes it, and nobody else begins', async () => {
    kiosk = await KioskOverStarts.open();
    await kiosk.start();
    const tile = () => kiosk?.core.tiles().find(({ service }) => service === 'outlets');
    expect(tile()).toMatchObject({ available: true });
    await kiosk.touch({ type: 'start' });
    await kiosk.touch({ type: 'choose-service', service: 'outlets' });
    kiosk.store.configuration.assignments.takeIn(said(['outlets']), 'statement');
    await kiosk.settle(1);
    expect(tile()).toMatchObject({ available: false, reason: 'closed-by-centre' });
    expect(kiosk.screen).toBe('outlets');
    await kiosk.touch({ type: 'choose-region', region: null });
    expect(kiosk.screen).toBe('outlets');
    await kiosk.touch({ type: 'finish' });
    await kiosk.touch({ type: 'finish' });
    await kiosk.touch({ type: 'start' });
    await kiosk.touch({ type: 'choose-service', service: 'outlets' });
    expect(kiosk.screen).toBe('home');
    kiosk.store.configuration.assignments.takeIn(said([]), 'statement');
    expect(tile()).toMatchObject({ available: true });
  });

  it('is what the next heartbeat tells the centre of each service', () => {
    const tile = {
      service: 'outlets',
      minutes: 1,
      free: true,
      available: false,
      reason: 'closed-by-centre',
      notice: null,
    } as const;
    const store = storeIn(newFolder());
    expect(
      ownFigures({ tiles: [tile], store, fitted: () => false, paper: false, printed: null }),
    ).toMatchObject({
      services: [{ service: 'outlets', available: false, reason: 'closed-by-centre' }],
      supplies: { blanks: null, paper: 'out' },
    });
  });

  it('holds over starts, link or not', async () => {
    kiosk = await KioskOverStarts.open();
    kiosk.store.configuration.assignments.takeIn(said(['outlets']), 'statement');
    await kiosk.start();
    expect(kiosk.core.tiles().find(({ service }) => service === 'outlets')?.reason).toBe('closed-by-centre');
  });
});

describe('what a set runs', () => {
  const directory = loadDirectory(SHIPPED, 'assets');
  if (!directory.ok) throw new Error(directory.error);
  const shipped = asShipped(SHIPPED, directory.value);

  it('is as shipped where it says nothing', () => {
    expect(runningWith({}, 3, shipped, 'assets')).toEqual({ ok: true, value: { ...shipped, assignment: 3 } });
  });

  it('FIND-1 takes a list of places from the directory, and one it has not from the assets', () => {
    const [first, ...others] = SHIPPED.directories.outlets;
    if (first === undefined) throw new Error('the pack names no list');
    const path = `assets/outlets/${first}.json`;
    const list = { ...JSON.parse(readFileSync(path, 'utf8')), source: 'a test' };
    const given = { outlets: { [first]: list }, help: { topics: [] } };
    const ran = runningWith({ directory: given as never }, 3, shipped, 'assets');
    if (!ran.ok) throw new Error(ran.error.kind);
    const sources = ran.value.directory.lists.map(({ source }) => source);
    expect(sources).toHaveLength(1 + others.length);
    expect([sources[0], ran.value.directory.help]).toEqual(['a test', []]);
    expect(runningWith({ directory: given as never }, 3, shipped, newFolder())).toMatchObject({
      error: { kind: 'directory', trouble: 'does-not-fit' },
    });
  });

  it('a list of the assets that is broken does not fit, whatever its name', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'broken.json'), '{');
    const pack = { ...SHIPPED, directories: { ...SHIPPED.directories, outlets: ['constructor'] } };
    expect(runningWith({ 'policy-pack': pack }, 3, shipped, folder)).toMatchObject({
      error: { kind: 'policy-pack', trouble: 'does-not-fit' },
    });
  });

  it('the kiosk’s own device table says more than defaults do', () => {
    const table = {
      devices: [
        { id: 'a', class: 'pin-pad', driver: 'xfs4iot', transport: 't', options: { keyName: 'OWN' } },
        { id: 'b', class: 'receipt-printer', driver: 'esc-pos', transport: 't', options: {} },
      ],
    } as const;
    const defaults = [
      { deviceClass: 'pin-pad', driver: 'xfs4iot', options: { keyName: 'ALL', timeoutMs: 5 } },
      { deviceClass: 'pin-pad', driver: 'other', options: { timeoutMs: 9 } },
    ];
    expect(
      devicesWithDefaults({ devices: [...table.devices] }, defaults).devices.map(({ options }) => options),
    ).toEqual([{ keyName: 'OWN', timeoutMs: 5 }, {}]);
  });

  it('notices stand from their first moment to before their last, warnings first', () => {
    const notice = (id: string, level: 'notice' | 'warning', from: string, until: string) => ({
      ...{ id, level, from, until, services: [] },
      title: { zh: id, en: id },
      text: { zh: id, en: id },
    });
    const board = [
      notice('over', 'notice', '2026-11-01T00:00:00Z', '2026-11-22T04:00:00Z'),
      notice('now', 'notice', '2026-11-22T04:00:00Z', '2026-11-23T00:00:00Z'),
      notice('soon', 'warning', '2026-11-22T04:00:01Z', '2026-11-23T00:00:00Z'),
      notice('storm', 'warning', '2026-11-22T00:00:00Z', '2026-11-23T00:00:00Z'),
    ];
    expect(noticesAt(board, Date.UTC(2026, 10, 22, 4)).map(({ id }) => id)).toEqual(['storm', 'now']);
  });
});
