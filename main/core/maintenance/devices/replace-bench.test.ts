import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { serveVirtualIdCardReader } from '../../../../drivers/virtual/id-card-reader/tcp-server.ts';
import { VirtualIdCardReader } from '../../../../drivers/virtual/id-card-reader/virtual-id-card-reader.ts';
import { wallTimers } from '../../../../drivers/wall-timers.ts';
import type { FoundDevice } from '../../../../src/ports/maintenance/device-bench.ts';
import { createDeviceManager } from '../../devices/device-manager.ts';
import { devicesConfig } from '../../devices/devices-config.ts';
import { driverFactories } from '../../devices/driver-factories.ts';
import { RestartRequests } from '../../devices/restart-requests.ts';
import { systemDisk } from '../../store/system-disk.ts';
import { newFolder, silentLog, storeIn } from '../../test-kiosk.ts';
import { settled } from '../../virtual-clock.ts';
import { createReplaceBench } from './replace-bench.ts';
import { soundDeviceTable } from './sound-device-table.ts';
import { TableFiles } from './table-files.ts';

const { signal } = new AbortController();
const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).toReversed()) await step();
});

async function reader(): Promise<{ transport: string; close: () => Promise<void> }> {
  const served = await serveVirtualIdCardReader(new VirtualIdCardReader({ timers: wallTimers }));
  let open = true;
  const close = async () => {
    if (open) await served.close();
    open = false;
  };
  cleanUp.push(close);
  return { transport: `tcp://127.0.0.1:${served.port}`, close };
}

/** A kiosk with one reader in its table, and others at addresses that its configuration gives. */
async function kiosk(fitted: string, given: readonly string[], others: readonly object[] = []) {
  const file = join(mkdtempSync(join(tmpdir(), 'yikatong-table-')), 'devices.json');
  const line = { id: 'reader', class: 'id-card-reader', driver: 'sam-v', transport: fitted };
  writeFileSync(file, JSON.stringify({ devices: [line, ...others] }));
  const store = storeIn(newFolder());
  const drivers = driverFactories(wallTimers, silentLog);
  const made = createDeviceManager({
    config: devicesConfig.parse(JSON.parse(readFileSync(file, 'utf8'))),
    drivers,
    timers: wallTimers,
    audit: store.audit,
    log: silentLog,
    restarts: new RestartRequests(store.settings, () => undefined),
  });
  if (!made.ok) throw new Error(made.error);
  const devices = made.value;
  const stop = new AbortController();
  const running = devices.run(stop.signal);
  cleanUp.push(async () => {
    stop.abort();
    await running;
  });
  const files = new TableFiles(file, systemDisk);
  const done: string[] = [];
  const bench = createReplaceBench({
    devices,
    drivers,
    files,
    plugged: {
      hid: async () => [],
      serial: async () => [],
      readers: async () => [],
      realPath: async (path) => path,
    },
    given: given.map((transport) => ({
      deviceClass: 'id-card-reader',
      driver: 'sam-v',
      transport,
      options: { decoder: { kind: 'side-channel', host: '127.0.0.1', port: 7 } },
    })),
    timers: wallTimers,
    audit: store.audit,
    prepareReturn: () => void done.push('return'),
    replaced: () => undefined,
    restart: () => void done.push('restart'),
  });
  return { bench, files, file, store, done };
}

const foundAt = (transport: string): FoundDevice => ({
  driver: 'sam-v',
  transport,
  identity: 'SAM',
  recognisedBy: 'configuration',
});

describe('replacing a reader by another', () => {
  it('finds it, proves it, writes it with its own options, and comes back with it after a restart', async () => {
    const before = await reader();
    const other = await reader();
    const { bench, file, files, store, done } = await kiosk(before.transport, [other.transport]);
    await before.close();
    const found = await bench.lookFor('reader', signal);
    expect(found.map(({ transport }) => transport)).toEqual([other.transport]);
    const [first] = found;
    if (!first) throw new Error('nothing was found');
    expect(await bench.selfTest('reader', first, signal)).toBeNull();
    expect(files.trial()).toBeNull();
    expect(bench.writeTable('reader', first, 'T-0417')).toBeNull();
    bench.restart();
    expect(done).toEqual(['return', 'restart']);
    expect(soundDeviceTable(file)).toMatchObject({
      ok: true,
      value: {
        devices: [
          { id: 'reader', transport: other.transport, options: { decoder: { kind: 'side-channel' } } },
        ],
      },
    });
    expect(files.trial()).toMatchObject({ state: 'trial', device: 'reader' });
    files.settle();
    expect(await bench.verdict('reader', first, signal)).toBe('kept');
    const told = store.audit.all().filter(({ event }) => event === 'device-replaced');
    expect(told).toMatchObject([
      { detail: { device: 'reader', transport: other.transport, driver: 'sam-v' } },
    ]);
  });

  it('says nothing of a trial in whose midst core ends', async () => {
    const before = await reader();
    const other = await reader();
    const { bench, files } = await kiosk(before.transport, [other.transport]);
    await before.close();
    const [first] = await bench.lookFor('reader', signal);
    if (!first) throw new Error('nothing was found');
    bench.writeTable('reader', first, 'T-0417');
    const said: string[] = [];
    void bench.verdict('reader', first, AbortSignal.abort()).then((verdict) => said.push(verdict));
    await settled();
    expect([said, files.trial()?.state]).toEqual([[], 'trial']);
  });

  it('finds the same model again in its old place, and then the table stays as it is', async () => {
    const same = await reader();
    const { bench, file, files } = await kiosk(same.transport, []);
    const text = readFileSync(file, 'utf8');
    const found = await bench.lookFor('reader', signal);
    expect(found).toMatchObject([{ transport: same.transport }]);
    expect(bench.writeTable('reader', found[0] ?? foundAt(''), 'T-0417')).toBeNull();
    expect([readFileSync(file, 'utf8'), files.trial()]).toEqual([text, null]);
    expect(await bench.verdict('reader', foundAt(same.transport), signal)).toBe('kept');
  });

  it('never asks the address of another device of the table', async () => {
    const before = await reader();
    const scanner = await reader();
    const others = [{ id: 'scanner', class: 'code-scanner', driver: 'lines', transport: scanner.transport }];
    const { bench } = await kiosk(before.transport, [scanner.transport], others);
    const found = await bench.lookFor('reader', signal);
    expect(found.map(({ transport }) => transport)).toEqual([before.transport]);
  });

  it('refuses what does not answer, what no driver takes, and a second change while one is on trial', async () => {
    const before = await reader();
    const other = await reader();
    const { bench, file } = await kiosk(before.transport, [other.transport]);
    expect(await bench.selfTest('reader', foundAt('tcp://127.0.0.1:1'), signal)).toBe('no-answer');
    expect(await bench.selfTest('reader', foundAt('nonsense'), signal)).toBe('driver-refused');
    expect(bench.writeTable('reader', { ...foundAt('tcp://h:1'), driver: 'no-such' }, 'T-0417')).toBe(
      'driver-refused',
    );
    expect(bench.writeTable('nothing', foundAt(other.transport), 'T-0417')).toBe('not-fitted');
    expect(bench.writeTable('reader', foundAt(other.transport), 'T-0417')).toBeNull();
    expect(bench.writeTable('reader', foundAt('tcp://127.0.0.1:2'), 'T-0417')).toBe('trial-running');
    // Asked for again after a power cut it is done already.
    expect(bench.writeTable('reader', foundAt(other.transport), 'T-0417')).toBeNull();
    expect(readFileSync(file, 'utf8')).toContain(other.transport);
  });

  it('keeps the table where its folder takes no file, and says so', async () => {
    const before = await reader();
    const { bench, file, store } = await kiosk(before.transport, []);
    const text = readFileSync(file, 'utf8');
    // Also for root, whom no permission stops: a folder stands where the new file would be written.
    mkdirSync(`${file.replace('.json', '')}.last-good.json.new`);
    expect(bench.writeTable('reader', foundAt('tcp://127.0.0.1:1'), 'T-0417')).toBe('table-not-writable');
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(store.audit.all().some(({ event }) => event === 'device-replaced')).toBe(false);
  });

  it('says that the table before is in use again', async () => {
    const before = await reader();
    const { bench, files } = await kiosk(before.transport, []);
    bench.writeTable('reader', foundAt('tcp://127.0.0.1:1'), 'T-0417');
    files.takeBack('reader', 'connection-refused');
    files.settle();
    expect(await bench.verdict('reader', foundAt('tcp://127.0.0.1:1'), signal)).toBe('taken-back');
  });
});
