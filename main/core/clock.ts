import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Entropy, Timers } from '../../src/ports/clock.ts';

/** The machine's own clock and timers. Tests and the simulation put a virtual clock in this place. */
export const systemTimers: Timers = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  async sleep(ms, signal) {
    try {
      await wait(ms, undefined, signal ? { signal } : {});
    } catch (error) {
      // The port promises to resolve when the signal fires; anything else is a programming error.
      if (!signal?.aborted) throw error;
    }
  },
};

/** The operating system's random source. */
export const systemEntropy: Entropy = { bytes: (length) => new Uint8Array(randomBytes(length)) };
