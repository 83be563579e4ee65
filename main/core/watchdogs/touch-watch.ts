import { THRESHOLDS } from '../../../src/maintenance/thresholds.ts';
import type { Timers } from '../../../src/ports/clock.ts';

/** Milliseconds between two looks. */
const LOOK_EVERY = 60_000;
/** What was tried gets so long to help before the next rung. Milliseconds. */
const NEXT_RUNG_AFTER = 10 * 60_000;

export type TouchTrouble = 'gone' | 'quiet';
/** First the page, then the controller (a configured command), then a person. */
const RUNGS = ['restart-page', 'reset-controller'] as const;
export type TouchRung = (typeof RUNGS)[number];

export interface TouchWatchOptions {
  readonly timers: Timers;
  /** Whether the system sees the touch controller; null where nobody said which one it is. */
  readonly present: () => boolean | null;
  readonly idle: () => boolean;
  readonly heal: (rung: TouchRung, why: TouchTrouble) => void;
}

/** Touch that is dead: the controller is gone, or nobody's touch arrived for days. */
export class TouchWatch {
  readonly #options: TouchWatchOptions;
  #touches = 0;
  #lastTouch: number;
  #rung = 0;
  #nextRungAt = 0;
  /** What is wrong, and since when (milliseconds since the epoch). */
  trouble: { readonly why: TouchTrouble; readonly since: number } | null = null;

  constructor(options: TouchWatchOptions) {
    this.#options = options;
    this.#lastTouch = options.timers.elapsed();
  }

  /** `touches` counts since the page was loaded. */
  pageAlive({ touches }: { readonly touches: number }): void {
    if (touches !== this.#touches && touches > 0) this.#lastTouch = this.#options.timers.elapsed();
    this.#touches = touches;
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.#look();
      await this.#options.timers.sleep(LOOK_EVERY, signal);
    }
  }

  #look(): void {
    const { timers, present, idle, heal } = this.#options;
    const why = this.#why(present());
    if (why === null) {
      this.trouble = null;
      this.#rung = 0;
      this.#nextRungAt = 0;
      return;
    }
    this.trouble = this.trouble?.why === why ? this.trouble : { why, since: timers.now() };
    const rung = RUNGS[this.#rung];
    if (rung === undefined || !idle() || timers.elapsed() < this.#nextRungAt) return;
    this.#rung += 1;
    this.#nextRungAt = timers.elapsed() + NEXT_RUNG_AFTER;
    heal(rung, why);
  }

  #why(present: boolean | null): TouchTrouble | null {
    if (present === false) return 'gone';
    return this.#options.timers.elapsed() - this.#lastTouch >= THRESHOLDS.touchSilentMs ? 'quiet' : null;
  }
}
