import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviceCare } from '../../../src/contracts/maintenance/page.ts';
import { type DeviceTrouble, deviceTrouble, type ManagedDevice } from '../../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { newFolder, silentLog, storeIn } from '../test-kiosk.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { createDeviceCare } from './device-care.ts';
import { createDeviceCounters } from './device-counters.ts';
import { createDeviceManager } from './device-manager.ts';
import { devicesConfig } from './devices-config.ts';
import { RestartRequests } from './restart-requests.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A printer in memory whose calls fail as told. */
class TryingPrinter implements ManagedDevice {
  trouble: DeviceTrouble | null = null;
  jammed = false;
  #answer(): Promise<Result<void, DeviceTrouble>> {
    return Promise.resolve(this.trouble ? err(this.trouble) : ok(undefined));
  }
  open() {
    return this.#answer();
  }
  probe() {
    return this.#answer();
  }
  close() {
    return Promise.resolve();
  }
  async status() {
    const answer = await this.#answer();
    return answer.ok ? ok({ paper: 'full', cover: 'closed', cutter: 'ok', online: true } as const) : answer;
  }
  async print() {
    return this.jammed ? err({ kind: 'cutter-error' } as const) : await this.#answer();
  }
}

function setUp(folder = newFolder(), clock = new VirtualClock()) {
  const printer = new TryingPrinter();
  const store = storeIn(folder, clock);
  const counters = createDeviceCounters(store.deviceCare, clock);
  const made = createDeviceManager({
    config: devicesConfig.parse({
      devices: [{ id: 'printer', class: 'receipt-printer', driver: 'memory', transport: 'none' }],
    }),
    drivers: { 'receipt-printer': { memory: () => printer } },
    timers: clock,
    audit: store.audit,
    log: silentLog,
    restarts: new RestartRequests(store.settings, () => undefined),
    counters,
  });
  if (!made.ok) throw new Error(made.error);
  const manager = made.value;
  const stop = new AbortController();
  const running = Promise.all([manager.run(stop.signal), counters.run(stop.signal)]);
  const looked = createDeviceCare({ manager, counters, store: store.deviceCare, clock });
  const care = () => {
    const [found] = looked();
    if (!found) throw new Error('no device');
    return deviceCare.parse(found);
  };
  const print = async () => {
    await manager
      .device('receipt-printer')
      ?.print({ heading: '', title: '', lines: [], qr: null, footer: [] });
  };
  const end = async () => {
    stop.abort();
    await running;
    store.close();
  };
  return { clock, folder, printer, store, counters, manager, care, print, end };
}

describe('device care', () => {
  it('counts what residents did, not what loops ask', async () => {
    const { clock, manager, care, print, end } = setUp();
    await clock.advance(0);
    for (let time = 0; time < 3; time += 1) await print();
    await manager.device('receipt-printer')?.status();
    await clock.advance(30_000);
    expect(care()).toMatchObject({ operations: 3, retries: 0, faults: [], meanTimeBetweenFaultsMs: null });
    await end();
  });

  it('shows the ladder as it works: which rung, when the next, how often it was tried', async () => {
    const { clock, printer, care, print, end } = setUp();
    await clock.advance(0);
    printer.trouble = deviceTrouble('link-lost', 'pulled');
    await print();
    await clock.advance(2_000);
    expect(care()).toMatchObject({ state: 'offline', code: 'link-lost', retries: 2 });
    expect(care().ladder).toEqual({ act: 'reconnect', failures: 2, nextAt: clock.now() + 1_250 });
    printer.trouble = null;
    await clock.advance(10_000);
    expect(care()).toMatchObject({
      state: 'online',
      ladder: null,
      faults: [{ code: 'link-lost', count: 1 }],
    });
    await end();
  });

  it('counts faults of the machine by their kind, and the time between them', async () => {
    const { clock, printer, care, print, end } = setUp();
    await clock.advance(0);
    await print();
    await clock.advance(MINUTE_MS);
    printer.jammed = true;
    for (let time = 0; time < 2; time += 1) await print();
    await clock.advance(9 * MINUTE_MS);
    expect(care().faults).toEqual([{ code: 'cutter-error', count: 2 }]);
    const { countingSince } = care();
    expect(care().meanTimeBetweenFaultsMs).toBe((clock.now() - countingSince) / 2);
    await end();
  });

  it('a power cut loses the operations of a minute at most, and never a fault', async () => {
    const first = setUp();
    await first.clock.advance(0);
    await first.print();
    await first.clock.advance(MINUTE_MS);
    await first.print();
    first.store.close();
    const second = setUp(first.folder, first.clock);
    expect(second.care().operations).toBe(1);
    second.printer.trouble = deviceTrouble('timeout', 'silent');
    await second.clock.advance(0);
    await second.print();
    await second.clock.advance(0);
    second.store.close();
    const third = setUp(first.folder, first.clock);
    expect(third.care()).toMatchObject({ operations: 1, faults: [{ code: 'timeout', count: 1 }] });
    await third.end();
  });

  it('another machine in its place begins anew', async () => {
    const { clock, counters, care, print, end } = setUp();
    await clock.advance(0);
    await print();
    await clock.advance(2 * MINUTE_MS);
    await print();
    counters.beginAnew('printer');
    expect(care()).toMatchObject({ operations: 0, countingSince: clock.now(), lastSuccess: null });
    await end();
  });

  it('calls a device failing whose tries rise, while it still works', async () => {
    const { clock, printer, counters, care, print, end } = setUp();
    await clock.advance(0);
    for (let day = 0; day < 8; day += 1) {
      for (let time = 0; time < 30; time += 1) await print();
      counters.write();
      await clock.advance(DAY_MS);
    }
    expect(care().failing).toBe(false);
    for (let time = 0; time < 30; time += 1) {
      await print();
      if (time % 5 > 0) continue;
      printer.trouble = deviceTrouble('bad-checksum', 'noise');
      await print();
      printer.trouble = null;
      await clock.advance(1_000);
    }
    expect(care()).toMatchObject({ state: 'online', failing: true });
    await end();
  });
});

describe('the counters of a year', () => {
  it('stay as small as a month, and lose nothing', () => {
    const clock = new VirtualClock();
    const store = storeIn(newFolder(), clock);
    const counters = createDeviceCounters(store.deviceCare, clock);
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 1, maxLength: 50 }), (days) => {
        counters.beginAnew('reader');
        for (const times of days) {
          for (let time = 0; time < times; time += 1) counters.fault('reader', 'mute');
          counters.operation('reader');
          counters.write();
          clock.setWallClock(DAY_MS);
        }
        const counts = store.deviceCare.counts();
        const sum = (kind: string) =>
          counts.reduce((all, one) => all + (one.kind === kind ? one.count : 0), 0);
        expect(sum('fault')).toBe(days.reduce((all, times) => all + times, 0));
        expect(sum('operation')).toBe(days.length);
        expect(new Set(counts.map(({ day }) => day)).size).toBeLessThanOrEqual(33);
      }),
      { numRuns: 20 },
    );
    store.close();
  });
});
