import type { Timers } from '../../../src/ports/clock.ts';

/** Nobody reads it; without a reason each ring would make an error with a stack. */
const OVER = 'over';

/** Wakes a loop before its time. A ring while nobody waits is kept for the next wait, so none is lost. */
export class Bell {
  #rung = false;
  /** Kept from wait to wait: most end by time alone. */
  #waiting: AbortController | null = null;
  #stoppedBy: AbortSignal | null = null;
  readonly #end = () => {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.abort(OVER);
  };

  ring(): void {
    this.#rung = true;
    this.#end();
  }

  /** Until it rings, `ms` pass (null: no limit) or the signal fires. */
  async wait(timers: Timers, ms: number | null, signal: AbortSignal): Promise<void> {
    if (this.#rung || signal.aborted) {
      this.#rung = false;
      return;
    }
    this.#stopBy(signal);
    this.#waiting ??= new AbortController();
    const waiting = this.#waiting.signal;
    if (ms !== null) await timers.sleep(ms, waiting);
    else
      await new Promise<void>((resolve) =>
        waiting.addEventListener('abort', () => resolve(), { once: true }),
      );
    this.#rung = false;
  }

  /** A loop has one signal for all its waits. */
  #stopBy(signal: AbortSignal): void {
    if (this.#stoppedBy === signal) return;
    this.#stoppedBy?.removeEventListener('abort', this.#end);
    this.#stoppedBy = signal;
    signal.addEventListener('abort', this.#end, { once: true });
  }
}
