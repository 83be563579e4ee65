import { describe, expect, it } from 'vitest';
import { deviceTrouble } from '../../../src/ports/device-status.ts';
import { err, ok } from '../../../src/result.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { Keeper } from './keeper.ts';

describe('INV-8 the clock is set while the kiosk works', () => {
  it('a device that waits for its next try is tried when its time has passed, not a day later', async () => {
    const clock = new VirtualClock();
    let works = false;
    let opened = 0;
    const lost = deviceTrouble('link-lost', 'the cable is out');
    const keeper = new Keeper({
      device: {
        open: async () => {
          opened += 1;
          return works ? ok(undefined) : err(lost);
        },
        probe: async () => (works ? ok(undefined) : err(lost)),
        close: async () => undefined,
      },
      timers: clock,
      onReport: () => undefined,
      stateOfTrouble: () => 'hardwareError',
      askCoreRestart: () => undefined,
    });
    const stop = new AbortController();
    const running = keeper.run(stop.signal);
    await clock.advance(3_000);
    clock.setWallClock(-24 * 60 * 60_000);
    works = true;
    await clock.advance(60_000);
    expect(opened).toBeGreaterThan(1);
    expect(keeper.report.state).toBe('online');
    stop.abort();
    await clock.advance(60_000);
    await running;
  });
});
