import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeviceStatus } from '../../devices/device-state.ts';
import { type DevicesConfig, devicesConfig } from '../../devices/devices-config.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import { TRIAL_MS, watchDeviceTrial } from './device-trial.ts';
import { soundDeviceTable } from './sound-device-table.ts';
import { type TableDisk, TableFiles } from './table-files.ts';

const FILE = '/kiosk/devices.json';

const tableWith = (transport: string): DevicesConfig =>
  devicesConfig.parse({
    devices: [{ id: 'reader', class: 'id-card-reader', driver: 'sam-v', transport }],
  });
const text = (config: DevicesConfig): string => JSON.stringify(config);
const OLD = tableWith('tcp://old:1');
const NEW = tableWith('tcp://new:2');

class PowerCut extends Error {}

/** A disk in memory whose power fails at the n-th writing call, leaving a torn file behind. */
class CuttingDisk implements TableDisk {
  readonly files = new Map<string, string>([[FILE, text(OLD)]]);
  callsLeft = Number.POSITIVE_INFINITY;

  exists = (path: string) => this.files.has(path);
  read = (path: string) => Buffer.from(this.files.get(path) ?? '');
  write(path: string, content: Uint8Array) {
    const whole = Buffer.from(content).toString('utf8');
    this.#spend(() => this.files.set(path, whole.slice(0, whole.length / 2)));
    this.files.set(path, whole);
  }
  rename(from: string, to: string) {
    this.#spend();
    this.files.set(to, this.files.get(from) ?? '');
    this.files.delete(from);
  }
  remove(path: string) {
    this.#spend();
    this.files.delete(path);
  }
  syncFolder() {
    this.#spend();
  }
  #spend(torn: () => void = () => undefined) {
    if (this.callsLeft <= 0) {
      torn();
      throw new PowerCut('the power failed');
    }
    this.callsLeft -= 1;
  }
}

/** Runs `act` with the power failing after `calls` writing calls; false where it came to its end. */
function cutAfter(disk: CuttingDisk, calls: number, act: () => void): boolean {
  disk.callsLeft = calls;
  try {
    act();
    return false;
  } catch (error) {
    if (error instanceof PowerCut) return true;
    throw error;
  } finally {
    disk.callsLeft = Number.POSITIVE_INFINITY;
  }
}

/** A start of the kiosk with the reader online or not; says what the table and the audit are after it. */
async function start(disk: CuttingDisk, online: boolean, servedForMs = 0) {
  const clock = new VirtualClock();
  const table = soundDeviceTable(FILE, disk);
  if (!table.ok) throw new Error(table.error);
  const status: DeviceStatus = {
    device: 'reader',
    deviceClass: 'id-card-reader',
    state: online ? 'online' : 'offline',
    code: online ? null : 'connection-refused',
    recovering: false,
  };
  const told: string[] = [];
  let restarts = 0;
  const watched = watchDeviceTrial(
    {
      files: new TableFiles(FILE, disk),
      devices: { statuses: () => [status], subscribe: () => () => true },
      timers: clock,
      audit: { record: (event, detail) => void told.push(`${event} ${JSON.stringify(detail)}`) },
      serving: () => clock.elapsed() < servedForMs,
      restart: () => {
        restarts += 1;
      },
    },
    new AbortController().signal,
  );
  await clock.advance(TRIAL_MS + 1);
  if (servedForMs > 0) {
    expect(restarts).toBe(0);
    await clock.advance(servedForMs - TRIAL_MS);
  }
  await watched;
  return { transport: table.value.devices[0]?.transport, told, restarts };
}

const tryNew = (disk: CuttingDisk) => () => new TableFiles(FILE, disk).tryOut(text(NEW), 'reader');

describe('the device table', () => {
  it('keeps the table before at hand, and a changed one whose device came online', async () => {
    const disk = new CuttingDisk();
    tryNew(disk)();
    expect(disk.files.get('/kiosk/devices.last-good.json')).toBe(text(OLD));
    expect(await start(disk, true)).toEqual({ transport: 'tcp://new:2', told: [], restarts: 0 });
    expect(await start(disk, false)).toMatchObject({ transport: 'tcp://new:2', restarts: 0 });
  });

  it('takes a changed table back by itself when its device is not online within 60 s, and says so', async () => {
    const disk = new CuttingDisk();
    tryNew(disk)();
    expect(await start(disk, false)).toMatchObject({ transport: 'tcp://new:2', restarts: 1 });
    expect(await start(disk, false)).toEqual({
      transport: 'tcp://old:1',
      told: ['device-table-returned {"device":"reader","code":"connection-refused"}'],
      restarts: 0,
    });
    expect(await start(disk, false)).toEqual({ transport: 'tcp://old:1', told: [], restarts: 0 });
  });

  it('takes it back at once and restarts when the resident is done who came meanwhile', async () => {
    const disk = new CuttingDisk();
    tryNew(disk)();
    expect(await start(disk, false, 5 * TRIAL_MS)).toMatchObject({ restarts: 1 });
    expect(disk.files.get(FILE)).toBe(text(OLD));
  });

  it('a power cut at any point of writing leaves the old table or the new one, and a kiosk that starts', async () => {
    for (let calls = 0; ; calls += 1) {
      const disk = new CuttingDisk();
      const cut = cutAfter(disk, calls, tryNew(disk));
      const first = await start(disk, true);
      expect(['tcp://old:1', 'tcp://new:2']).toContain(first.transport);
      expect(first).toMatchObject({ told: [], restarts: 0 });
      // Asked for again it is as if it had never been cut.
      tryNew(disk)();
      expect((await start(disk, true)).transport).toBe('tcp://new:2');
      expect(disk.files.get('/kiosk/devices.last-good.json')).toBe(text(OLD));
      if (!cut) return;
    }
  });

  it('a power cut at any point of taking it back ends with the old table, told once', async () => {
    for (let calls = 0; ; calls += 1) {
      const disk = new CuttingDisk();
      tryNew(disk)();
      const cut = cutAfter(disk, calls, () => new TableFiles(FILE, disk).takeBack('reader', 'timeout'));
      const told: string[] = [];
      let transport: string | undefined;
      for (let starts = 0; starts < 3; starts += 1) {
        const came = await start(disk, false);
        told.push(...came.told);
        transport = came.transport;
      }
      expect(transport).toBe('tcp://old:1');
      expect(told).toHaveLength(1);
      if (!cut) return;
    }
  });

  it('property: whatever somebody wrote into the table, the one before counts and the broken one is kept', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (garbage) => {
        const disk = new CuttingDisk();
        fc.pre(!devicesConfig.safeParse(parsed(garbage)).success);
        tryNew(disk)();
        await start(disk, true);
        disk.files.set('/kiosk/devices.last-good.json', text(NEW));
        disk.files.set(FILE, garbage);
        const came = await start(disk, true);
        expect(came.transport).toBe('tcp://new:2');
        expect(came.told).toEqual(['device-table-returned {"device":"table","code":"table-broken"}']);
        expect(disk.files.get('/kiosk/devices.broken.json')).toBe(garbage);
      }),
    );
  });

  it('says in one sentence that there is nothing to fall back to', () => {
    const disk = new CuttingDisk();
    disk.files.set(FILE, '{');
    expect(soundDeviceTable(FILE, disk)).toMatchObject({ ok: false, error: expect.stringContaining(FILE) });
  });
});

function parsed(garbage: string): unknown {
  try {
    return JSON.parse(garbage);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
