import type { Timers } from '../../src/ports/clock.ts';

interface Sleeper {
  readonly ms: number;
  readonly due: number;
  readonly wake: () => void;
}

/** Time that stands still until a test moves it. Nobody waits for real. */
export class SteppedTimers implements Timers {
  #now = 0;
  readonly #sleepers = new Set<Sleeper>();
  readonly #watchers = new Set<() => void>();

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
        ms,
        due: this.#now + ms,
        wake: () => {
          this.#sleepers.delete(sleeper);
          resolve();
        },
      };
      this.#sleepers.add(sleeper);
      signal?.addEventListener('abort', sleeper.wake, { once: true });
      for (const watcher of [...this.#watchers]) watcher();
    });
  }

  /** Moves time on and wakes whom it has reached, earliest first. */
  advance(ms: number): void {
    this.#now += ms;
    const due = [...this.#sleepers].filter((sleeper) => sleeper.due <= this.#now);
    for (const sleeper of due.sort((left, right) => left.due - right.due)) sleeper.wake();
  }

  /** Resolves when somebody sleeps for exactly this long: the code under test has come that far. */
  async asleepFor(ms: number): Promise<void> {
    const found = (): boolean => [...this.#sleepers].some((sleeper) => sleeper.ms === ms);
    if (found()) return;
    await new Promise<void>((resolve) => {
      const watcher = (): void => {
        if (!found()) return;
        this.#watchers.delete(watcher);
        resolve();
      };
      this.#watchers.add(watcher);
    });
  }

  /** Lets somebody's wait of exactly this length pass. */
  async expire(ms: number): Promise<void> {
    await this.asleepFor(ms);
    this.advance(ms);
  }

  /** Sleepers nobody has woken: a leak when the work is done. */
  get sleeping(): number {
    return this.#sleepers.size;
  }
}
