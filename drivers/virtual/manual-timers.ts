import type { Timers } from '../../src/ports/clock.ts';

interface Sleeper {
  readonly due: number;
  readonly wake: () => void;
}

/** Rounds of the event loop in which nothing happens before time may jump. */
const QUIET_ROUNDS = 3;
/** A promise that needs more jumps than this hangs. */
const MOST_JUMPS = 100_000;

/** Time moved by hand, for tests and simulation on wires inside the process: nobody sleeps, nothing is flaky. */
export class ManualTimers implements Timers {
  #now: number;
  #sleepers: Sleeper[] = [];

  constructor(startMs = 0) {
    this.#now = startMs;
  }

  now(): number {
    return this.#now;
  }

  elapsed(): number {
    return this.#now;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const sleeper: Sleeper = {
        due: this.#now + ms,
        wake: () => {
          signal?.removeEventListener('abort', sleeper.wake);
          this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
          resolve();
        },
      };
      this.#sleepers.push(sleeper);
      signal?.addEventListener('abort', sleeper.wake, { once: true });
    });
  }

  /** Moves time on and wakes, in their order, those whose time has come. */
  async advance(ms: number): Promise<void> {
    await quiet();
    const until = this.#now + ms;
    for (let next = this.#next(); next && next.due <= until; next = this.#next()) await this.#jumpTo(next);
    this.#now = until;
    await quiet();
  }

  /** Lets things happen, jumping from one wake-up to the next, until the promise settles. */
  async runUntil<T>(promise: Promise<T>): Promise<T> {
    let settled = false;
    const mark = () => {
      settled = true;
    };
    promise.then(mark, mark);
    for (let jumps = 0; ; jumps += 1) {
      await quiet();
      if (settled) return promise;
      const next = this.#next();
      if (!next || jumps > MOST_JUMPS) throw new Error('it waits for something that time does not bring');
      await this.#jumpTo(next);
    }
  }

  #next(): Sleeper | undefined {
    return this.#sleepers.toSorted((a, b) => a.due - b.due)[0];
  }

  async #jumpTo(sleeper: Sleeper): Promise<void> {
    this.#now = Math.max(this.#now, sleeper.due);
    sleeper.wake();
    await quiet();
  }
}

async function quiet(): Promise<void> {
  for (let round = 0; round < QUIET_ROUNDS; round += 1) {
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
