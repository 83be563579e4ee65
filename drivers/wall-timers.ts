import { setTimeout as delay } from 'node:timers/promises';
import type { Timers } from '../src/ports/clock.ts';

/** The machine's own time, for commands and for virtual hardware that runs as a process of its own. */
export const wallTimers: Timers = {
  now: Date.now,
  elapsed: () => performance.now(),
  // The port promises that an aborted wait is over, not that it fails.
  sleep: (ms, signal) => delay(ms, undefined, signal ? { signal } : {}).catch(() => undefined),
};
