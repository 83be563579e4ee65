import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DeviceTrouble, deviceTrouble } from '../../../src/ports/device-status.ts';
import type { ReceiptPrinter, ReceiptPrinterStatus } from '../../../src/ports/receipt-printer.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { newFolder, silentLog, storeIn } from '../test-kiosk.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { createDeviceManager, type DeviceManager } from './device-manager.ts';
import { devicesConfig } from './devices-config.ts';
import { isOutOfService, rungAfter } from './ladder.ts';
import { RestartRequests } from './restart-requests.ts';

/** A printer in memory: pulled or not, and every call it got. */
class MemoryPrinter implements ReceiptPrinter {
  pulled = false;
  silent = false;
  readonly calls: string[] = [];
  holdStatus: Promise<void> | null = null;
  readonly #clock: VirtualClock;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  #answer(call: string): Promise<Result<void, DeviceTrouble>> {
    this.calls.push(`${this.#clock.now()} ${call}`);
    if (this.silent) return new Promise(() => undefined);
    return Promise.resolve(this.pulled ? err(deviceTrouble('link-lost', 'pulled')) : ok(undefined));
  }
  open() {
    return this.#answer('open');
  }
  probe() {
    return this.#answer('probe');
  }
  async close() {
    this.calls.push(`${this.#clock.now()} close`);
  }
  async status(): Promise<Result<ReceiptPrinterStatus, DeviceTrouble>> {
    await this.holdStatus;
    const answer = await this.#answer('status');
    return answer.ok ? ok({ paper: 'full', cover: 'closed', cutter: 'ok', online: true }) : answer;
  }
  print() {
    return this.#answer('print');
  }
  count(call: string): number {
    return this.calls.filter((line) => line.endsWith(` ${call}`)).length;
  }
}

function setUp() {
  const clock = new VirtualClock();
  const printer = new MemoryPrinter(clock);
  const store = storeIn(newFolder(), clock);
  const restarts: string[] = [];
  const config = devicesConfig.parse({
    devices: [{ id: 'printer', class: 'receipt-printer', driver: 'memory', transport: 'none' }],
  });
  const made = createDeviceManager({
    config,
    drivers: { 'receipt-printer': { memory: () => printer } },
    timers: clock,
    audit: store.audit,
    log: silentLog,
    restarts: new RestartRequests(store.settings, (device) => restarts.push(device)),
  });
  if (!made.ok) throw new Error(made.error);
  const manager: DeviceManager = made.value;
  const stop = new AbortController();
  const running = manager.run(stop.signal);
  const state = () => manager.statusOf('receipt-printer').state;
  const end = async () => {
    stop.abort();
    await running;
  };
  return { clock, printer, store, restarts, manager, state, end };
}

describe('the recovery ladder', () => {
  it('climbs retry, reconnect, soft reset 30 s apart, one core restart, then low rate for ever', () => {
    const acts = Array.from({ length: 17 }, (_, failures) => rungAfter(failures));
    expect(acts.map(({ act }) => act)).toEqual([
      'retry',
      ...Array.from({ length: 5 }, () => 'reconnect'),
      ...Array.from({ length: 3 }, () => 'soft-reset'),
      'ask-core-restart',
      ...Array.from({ length: 7 }, () => 'out-of-service-retry'),
    ]);
    expect(acts.slice(10).map(({ afterMs }) => afterMs / 60_000)).toEqual([1, 5, 15, 30, 60, 60, 60]);
    expect(acts.slice(7, 9).map(({ afterMs }) => afterMs)).toEqual([30_000, 30_000]);
    expect([isOutOfService(9), isOutOfService(10)]).toEqual([false, true]);
  });

  it('heals a pulled and returned device within seconds by itself', async () => {
    const { clock, printer, manager, state, end } = setUp();
    const heard: string[] = [];
    manager.subscribe((status) => heard.push(status.state));
    await clock.advance(0);
    expect(state()).toBe('online');
    printer.pulled = true;
    await clock.advance(6_000);
    expect(state()).toBe('offline');
    printer.pulled = false;
    await clock.advance(5_000);
    expect(state()).toBe('online');
    expect(heard).toEqual(['online', 'offline', 'online']);
    await end();
  });

  it('trouble met by a user starts it at once, and INV-8 the next call works again', async () => {
    const { clock, printer, manager, state, end } = setUp();
    await clock.advance(0);
    const device = manager.device('receipt-printer');
    printer.pulled = true;
    expect(await device?.status()).toMatchObject({ ok: false, error: { code: 'link-lost' } });
    expect(state()).toBe('offline');
    const asked = printer.count('status');
    expect(await device?.status()).toMatchObject({ ok: false, error: { code: 'link-lost' } });
    expect(printer.count('status')).toBe(asked);
    printer.pulled = false;
    await clock.advance(300);
    expect(await device?.status()).toMatchObject({ ok: true });
    await end();
  });

  it('leaves a device alone that a technician took out, and takes it up again at once after', async () => {
    const { clock, printer, manager, state, end } = setUp();
    await clock.advance(0);
    const takeUp = await manager.reach('printer')?.setAside();
    expect(printer.count('close')).toBe(1);
    const before = printer.calls.length;
    await clock.advance(120_000);
    expect(printer.calls).toHaveLength(before);
    expect(manager.statuses()).toMatchObject([{ state: 'noDevice', code: 'removed-for-replacement' }]);
    takeUp?.();
    await clock.advance(1_500);
    expect(state()).toBe('online');
    expect(manager.reach('no-such-device')).toBeNull();
    await end();
  });

  it('leaves a device alone that was just being opened when it was taken out', async () => {
    const { clock, printer, manager, state, end } = setUp();
    await clock.advance(0);
    printer.pulled = true;
    await clock.advance(6_000);
    printer.pulled = false;
    const aside = manager.reach('printer')?.setAside();
    await clock.advance(120_000);
    (await aside)?.();
    expect(state()).not.toBe('online');
    await clock.advance(60_000);
    expect(state()).toBe('online');
    await end();
  });

  it('never probes while somebody uses the device', async () => {
    const { clock, printer, manager, end } = setUp();
    await clock.advance(0);
    let release: () => void = () => undefined;
    printer.holdStatus = new Promise((resolve) => {
      release = resolve;
    });
    const answer = manager.device('receipt-printer')?.status();
    await clock.advance(60_000);
    expect(printer.count('probe')).toBe(0);
    release();
    await answer;
    await clock.advance(6_000);
    expect(printer.count('probe')).toBeGreaterThan(0);
    await end();
  });

  it('asks for one core restart only, goes out of service, and a nudge tries at once', async () => {
    const { clock, printer, restarts, manager, state, store, end } = setUp();
    printer.pulled = true;
    await clock.advance(24 * 60 * 60_000);
    expect(restarts).toEqual(['printer']);
    expect(manager.statusOf('receipt-printer')).toMatchObject({ state: 'offline', recovering: false });
    printer.pulled = false;
    manager.nudge();
    await clock.advance(0);
    expect(state()).toBe('online');
    expect(store.audit.all().filter(({ event }) => event === 'device-state-changed').length).toBeLessThan(6);
    await end();
  });

  it('a device that is gone does not restart the core again after the restart', () => {
    const { settings } = storeIn(newFolder());
    const asked: string[] = [];
    const requests = () => new RestartRequests(settings, (device) => asked.push(device));
    requests().ask('printer');
    requests().ask('printer');
    expect(asked).toEqual(['printer']);
    requests().wasOnline('printer');
    requests().ask('printer');
    expect(asked).toEqual(['printer', 'printer']);
  });

  it('a driver that never answers is trouble, not a standstill', async () => {
    const { clock, printer, state, end } = setUp();
    await clock.advance(0);
    printer.silent = true;
    await clock.advance(25_000);
    expect(state()).toBe('offline');
    printer.silent = false;
    await clock.advance(60_000);
    expect(state()).toBe('online');
    await end();
  });

  it('however often it is pulled and returned, it is online soon after the last return', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 20_000 }), { maxLength: 6 }), async (times) => {
        const { clock, printer, state, end } = setUp();
        for (const ms of times) {
          printer.pulled = !printer.pulled;
          await clock.advance(ms);
        }
        printer.pulled = false;
        await clock.advance(45_000);
        expect(state()).toBe('online');
        await end();
      }),
      { numRuns: 15 },
    );
  });
});

describe('devices.json', () => {
  it('refuses what it does not know: class, field, two devices of one id, a driver nobody has', () => {
    const line = { id: 'a', class: 'pin-pad', driver: 'x', transport: 'ws://x' };
    expect(devicesConfig.safeParse({ devices: [line] }).success).toBe(true);
    expect(devicesConfig.safeParse({ devices: [line, line] }).success).toBe(false);
    expect(devicesConfig.safeParse({ devices: [{ ...line, class: 'toaster' }] }).success).toBe(false);
    expect(devicesConfig.safeParse({ devices: [{ ...line, speed: 1 }] }).success).toBe(false);
    const { audit, settings } = storeIn(newFolder());
    const restarts = new RestartRequests(settings, () => undefined);
    const config = devicesConfig.parse({ devices: [line] });
    const made = createDeviceManager({
      config,
      drivers: {},
      timers: new VirtualClock(),
      audit,
      log: silentLog,
      restarts,
    });
    expect(made).toMatchObject({ ok: false, error: expect.stringContaining('unknown pin-pad driver x') });
  });
});
