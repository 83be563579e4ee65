import type { Timers } from '../../../src/ports/clock.ts';

/** Nobody reads it; without a reason each ring would make an error with a stack. */
const OVER = 'over';

/** Wakes a loop before its time. A ring while nobody waits is kept for the next wait, so none is lost. */
export class Bell {
  #rung = false;
  #waiting = new AbortController();

  ring(): void {
    this.#rung = true;
    this.#waiting.abort(OVER);
  }

  /** Until it rings, `ms` pass (null: no limit) or the signal fires. */
  async wait(timers: Timers, ms: number | null, signal: AbortSignal): Promise<void> {
    if (this.#rung || signal.aborted) {
      this.#rung = false;
      return;
    }
    const waiting = new AbortController();
    this.#waiting = waiting;
    const end = () => waiting.abort(OVER);
    signal.addEventListener('abort', end, { once: true });
    if (ms !== null) await timers.sleep(ms, waiting.signal);
    else
      await new Promise<void>((resolve) =>
        waiting.signal.addEventListener('abort', () => resolve(), { once: true }),
      );
    signal.removeEventListener('abort', end);
    this.#rung = false;
  }
}
