import { describe, expect, it } from 'vitest';
import { THRESHOLDS } from '../../../src/maintenance/thresholds.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { MEMORY_LIMIT, MemoryWatch } from './memory-watch.ts';
import { TouchWatch } from './touch-watch.ts';

const QUIET_AFTER = THRESHOLDS.touchSilentMs;

describe('memory that grows', () => {
  it('has core started anew, but not while somebody is served', async () => {
    const timers = new VirtualClock();
    const restarts: number[] = [];
    const state = { bytes: 300_000_000, idle: false };
    const watch = new MemoryWatch({
      timers,
      read: () => state.bytes,
      idle: () => state.idle,
      restart: (bytes) => restarts.push(bytes),
    });
    const running = watch.run(new AbortController().signal);
    await timers.advance(120_000);
    expect(watch.grownSince).toBeNull();
    state.bytes = MEMORY_LIMIT;
    await timers.advance(120_000);
    expect(restarts).toEqual([]);
    expect(watch.grownSince).not.toBeNull();
    state.idle = true;
    await timers.advance(60_000);
    await running;
    expect(restarts).toEqual([MEMORY_LIMIT]);
  });
});

describe('touch that is dead', () => {
  function touching(present: () => boolean | null = () => null) {
    const timers = new VirtualClock();
    const healed: string[] = [];
    const stop = new AbortController();
    const watch = new TouchWatch({
      timers,
      present,
      idle: () => true,
      heal: (rung, why) => healed.push(`${why}: ${rung}`),
    });
    const running = watch.run(stop.signal);
    return { timers, healed, watch, stop, running };
  }

  it('is a controller that the system sees no more: page, controller, then a person', async () => {
    let there = true;
    const { timers, healed, watch } = touching(() => there);
    await timers.advance(60_000);
    expect(healed).toEqual([]);
    there = false;
    await timers.advance(60_000);
    expect(healed).toEqual(['gone: restart-page']);
    await timers.advance(30 * 60_000);
    expect(healed).toEqual(['gone: restart-page', 'gone: reset-controller']);
    expect(watch.trouble?.why).toBe('gone');
    there = true;
    await timers.advance(60_000);
    expect(watch.trouble).toBeNull();
  });

  it('is a screen that nobody touched for days', async () => {
    const { timers, healed, watch } = touching();
    await timers.advance(QUIET_AFTER / 2);
    watch.pageAlive({ touches: 3 });
    await timers.advance(QUIET_AFTER / 2);
    expect(healed).toEqual([]);
    // The page is alive and counts no further touch.
    watch.pageAlive({ touches: 3 });
    await timers.advance(QUIET_AFTER / 2 + 60_000);
    expect(healed[0]).toBe('quiet: restart-page');
    watch.pageAlive({ touches: 1 });
    await timers.advance(60_000);
    expect(watch.trouble).toBeNull();
  });
});
