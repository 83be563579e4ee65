import type { Timers } from '../../src/ports/clock.ts';
import { readTextFile } from './core-config.ts';

/** Development alone: the machine's clock, off by the milliseconds that a file says at each look. Waits are real. */
export const shiftedClock = (timers: Timers, path: string): Timers => ({
  now: () => timers.now() + Number(readTextFile(path)?.trim() || 0),
  elapsed: () => timers.elapsed(),
  sleep: (ms, signal) => timers.sleep(ms, signal),
});
