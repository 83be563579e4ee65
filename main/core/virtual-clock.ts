import type { Entropy, Timers } from '../../src/ports/clock.ts';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/**
 * A clock that moves only when told: the unit tests' `Timers`. `advance` wakes sleepers in order of time and lets
 * the promises behind each one settle before the next, so a test reads like a story and never sleeps.
 */
export class VirtualClock implements Timers {
  readonly #start: number;
  #now: number;
  #wallClockOffset = 0;
  #sleepers: Sleeper[] = [];

  constructor(start = Date.UTC(2026, 0, 5, 1, 0, 0)) {
    this.#start = start;
    this.#now = start;
  }

  now(): number {
    return this.#now + this.#wallClockOffset;
  }

  /** Somebody sets the wall clock; durations go on as before. */
  setWallClock(byMs: number): void {
    this.#wallClockOffset += byMs;
  }

  /** From zero, as a kiosk's: one taken for the other shows. */
  elapsed(): number {
    return this.#now - this.#start;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const sleeper: Sleeper = { at: this.#now + ms, wake };
      this.#sleepers.push(sleeper);
      signal?.addEventListener('abort', wake, { once: true });
    });
  }

  /** Milliseconds until the next sleeper wakes; null when nobody sleeps. */
  get untilNext(): number | null {
    const next = this.#earliest();
    return next ? next.at - this.#now : null;
  }

  /** Move the clock by `ms`, waking everybody on the way. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settled();
    for (let next = this.#earliest(); next && next.at <= end; next = this.#earliest()) {
      this.#now = Math.max(this.#now, next.at);
      next.wake();
      await settled();
    }
    this.#now = end;
    await settled();
  }

  #earliest(): Sleeper | undefined {
    return this.#sleepers.reduce<Sleeper | undefined>(
      (first, sleeper) => (first && first.at <= sleeper.at ? first : sleeper),
      undefined,
    );
  }
}

/** Lets every promise run that waits for neither time nor the network nor the thread pool. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Repeatable bytes (mulberry32): the tests' `Entropy`. Not for keys. */
export function seededEntropy(seed: number): Entropy {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) & 0xff;
  };
  return { bytes: (length) => Uint8Array.from({ length }, next) };
}
