import type { Timers } from '../../../src/ports/clock.ts';

/** The clock beside the centre's, as one heartbeat found it. */
export interface ClockComparison {
  /** Milliseconds; positive: this kiosk is ahead. */
  readonly offsetMs: number;
  /** Half the way there and back, milliseconds: it is not known better than that. */
  readonly withinMs: number;
  /** When the answer came, by this kiosk's clock. */
  readonly at: number;
}

/** Compares the clocks with each heartbeat. Somebody may set the wall clock meanwhile: the way is timed apart from it. */
export class CentreClock {
  readonly #timers: Timers;
  #last: ClockComparison | null = null;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** The last comparison; null before the centre answered. */
  get last(): ClockComparison | null {
    return this.#last;
  }

  /** A heartbeat leaves. What this returns is told the centre's time when the answer is there. */
  asked(): (serverTime: string) => void {
    const began = this.#timers.elapsed();
    return (serverTime) => {
      const withinMs = Math.max(0, this.#timers.elapsed() - began) / 2;
      const at = this.#timers.now();
      this.#last = { offsetMs: Math.round(at - withinMs - Date.parse(serverTime)), withinMs, at };
    };
  }
}
