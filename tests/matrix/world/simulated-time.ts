import type { Timers } from '../../../src/ports/clock.ts';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** XState's clock, as the session host wants it. */
interface MachineClock {
  setTimeout(act: (...values: unknown[]) => void, ms: number): unknown;
  clearTimeout(id: unknown): void;
}

/**
 * One clock for kiosk, machines, flows and centre. It moves only when told, wakes sleepers in order of time, and
 * goes on only when nothing is left to do at this moment: no promise, and nothing under way at the centre.
 */
export class SimulatedTime implements Timers {
  readonly #start: number;
  #now: number;
  #busy = 0;
  readonly #sleepers = new Set<Sleeper>();

  constructor(start: number) {
    this.#start = start;
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  /** From zero, as a kiosk's: one taken for the other shows. */
  elapsed(): number {
    return this.#now - this.#start;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        this.#sleepers.delete(sleeper);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const sleeper: Sleeper = { at: this.#after(ms), wake };
      this.#sleepers.add(sleeper);
      signal?.addEventListener('abort', wake, { once: true });
    });
  }

  readonly machine: MachineClock = {
    setTimeout: (act, ms) => {
      const sleeper: Sleeper = {
        at: this.#after(ms),
        wake: () => {
          this.#sleepers.delete(sleeper);
          act();
        },
      };
      this.#sleepers.add(sleeper);
      return sleeper;
    },
    clearTimeout: (id) => {
      this.#sleepers.delete(id as Sleeper);
    },
  };

  /** Work that a promise of this process waits for and no clock: time stands still until it is done. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#busy += 1;
    try {
      return await work();
    } finally {
      this.#busy -= 1;
    }
  }

  /** Until nothing is left to do at this moment. */
  async settle(): Promise<void> {
    do await new Promise((resolve) => setImmediate(resolve));
    while (this.#busy > 0);
  }

  /** Lets time pass, at most `ms`, until `enough` holds. */
  async pass(ms: number, enough: () => boolean = () => false): Promise<void> {
    const end = this.#now + ms;
    await this.settle();
    while (!enough()) {
      const at = this.#next();
      if (at > end) {
        this.#now = end;
        return;
      }
      this.#now = Math.max(this.#now, at);
      for (const sleeper of [...this.#sleepers]) if (sleeper.at <= this.#now) sleeper.wake();
      await this.settle();
    }
  }

  /** Whole milliseconds, as every clock here tells them. */
  #after(ms: number): number {
    return this.#now + Math.max(0, Math.ceil(ms));
  }

  #next(): number {
    let next = Number.POSITIVE_INFINITY;
    for (const { at } of this.#sleepers) if (at < next) next = at;
    return next;
  }
}
