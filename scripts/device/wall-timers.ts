import { setTimeout as delay } from 'node:timers/promises';
import type { Timers } from '../../src/ports/clock.ts';

/** The machine's own time, for one command. */
export const wallTimers: Timers = {
  now: () => Date.now(),
  // An aborted wait is over, which is all the port promises.
  sleep: (ms, signal) => delay(ms, undefined, signal ? { signal } : {}).catch(() => undefined),
};
