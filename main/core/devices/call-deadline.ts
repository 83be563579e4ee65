import type { Timers } from '../../../src/ports/clock.ts';

/** A driver that does not answer in this time has failed, whatever it does later. Milliseconds. */
const CALL_DEADLINE_MS = 15_000;

/**
 * Ends the wait for one call after the other. Almost every call is answered, so there is one sleep for those of a whole
 * deadline and not one to be called off for each.
 */
export class CallDeadline {
  readonly #timers: Timers;
  #missed: (() => void) | null = null;
  #at = 0;
  #asleep = false;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** What the call answers, or `late` where it takes too long or the signal fires. One call at a time. */
  within<T>(call: Promise<T>, late: () => T, signal: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
      const missed = () => resolve(late());
      this.#missed = missed;
      this.#at = this.#timers.elapsed() + CALL_DEADLINE_MS;
      const answered = () => {
        if (this.#missed === missed) this.#missed = null;
      };
      call.finally(answered).then(resolve, reject);
      this.#watch(signal).catch(reject);
    });
  }

  async #watch(signal: AbortSignal): Promise<void> {
    if (this.#asleep) return;
    this.#asleep = true;
    let left = CALL_DEADLINE_MS;
    while (this.#missed !== null && left > 0 && !signal.aborted) {
      await this.#timers.sleep(left, signal);
      left = this.#at - this.#timers.elapsed();
    }
    this.#asleep = false;
    this.#missed?.();
  }
}
