import type { Timers } from '../../../src/ports/clock.ts';

/** Wakes a loop before its time. A ring while nobody waits is kept for the next wait, so none is lost. */
export class Bell {
  #rung = false;
  #waiting = new AbortController();

  ring(): void {
    this.#rung = true;
    this.#waiting.abort();
  }

  /** Until it rings, `ms` pass (null: no limit) or the signal fires. */
  async wait(timers: Timers, ms: number | null, signal: AbortSignal): Promise<void> {
    if (this.#rung || signal.aborted) {
      this.#rung = false;
      return;
    }
    this.#waiting = new AbortController();
    const either = AbortSignal.any([this.#waiting.signal, signal]);
    if (ms !== null) await timers.sleep(ms, either);
    else
      await new Promise<void>((resolve) => either.addEventListener('abort', () => resolve(), { once: true }));
    this.#rung = false;
  }
}
