import type { Timers } from '../../src/ports/clock.ts';

/** Waits for a promise at most `ms` milliseconds; true when it settled in time. The sleeper never lingers. */
export async function deadline(timers: Timers, ms: number, promise: Promise<unknown>): Promise<boolean> {
  const waker = new AbortController();
  const late = timers.sleep(ms, waker.signal).then(() => false);
  try {
    return await Promise.race([promise.then(() => true), late]);
  } finally {
    waker.abort();
  }
}
