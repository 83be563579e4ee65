import type { TransactionId } from '../../../src/brand.ts';
import type { Timers } from '../../../src/ports/clock.ts';

/** Tells who waits for a transaction that more is known about it. */
export class Changes {
  readonly #listeners = new Set<(id: TransactionId) => void>();

  announce(id: TransactionId): void {
    for (const listener of [...this.#listeners]) listener(id);
  }

  /** Until `id` changes, `ms` pass or the signal fires. */
  async next(id: TransactionId, timers: Timers, ms: number, signal: AbortSignal): Promise<void> {
    const changed = new AbortController();
    const listener = (other: TransactionId) => {
      if (other === id) changed.abort();
    };
    this.#listeners.add(listener);
    try {
      await timers.sleep(ms, AbortSignal.any([changed.signal, signal]));
    } finally {
      this.#listeners.delete(listener);
    }
  }
}
