import { THRESHOLDS } from '../../../../src/maintenance/thresholds.ts';
import type { Stopwatch } from '../../../../src/ports/clock.ts';

/** Milliseconds between two samples that are kept: seventy-two in the time that is looked at. */
const SAMPLE_EVERY_MS = THRESHOLDS.memoryLookMs / 72;
/** A core that has just started fills its caches: its first minutes say nothing. */
const WARM_UP_MS = 30 * 60_000;
const HOUR_MS = 60 * 60_000;

/** How fast the core's memory grows: the slope of what was measured in the last hours. */
export class MemoryGrowth {
  readonly #stopwatch: Stopwatch;
  readonly #begun: number;
  #samples: readonly { readonly at: number; readonly bytes: number }[] = [];

  constructor(stopwatch: Stopwatch) {
    this.#stopwatch = stopwatch;
    this.#begun = stopwatch.elapsed();
  }

  note(bytes: number): void {
    const at = this.#stopwatch.elapsed();
    if (at - this.#begun < WARM_UP_MS) return;
    const last = this.#samples.at(-1);
    if (last && at - last.at < SAMPLE_EVERY_MS) return;
    const young = this.#samples.filter((sample) => at - sample.at <= THRESHOLDS.memoryLookMs);
    this.#samples = [...young, { at, bytes }];
  }

  /** Bytes an hour by least squares; null before half of the time was measured. */
  perHour(): number | null {
    const [first] = this.#samples;
    const last = this.#samples.at(-1);
    if (!first || !last || last.at - first.at < THRESHOLDS.memoryLookMs / 2) return null;
    const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
    const meanAt = mean(this.#samples.map(({ at }) => at));
    const meanBytes = mean(this.#samples.map(({ bytes }) => bytes));
    let above = 0;
    let below = 0;
    for (const { at, bytes } of this.#samples) {
      above += (at - meanAt) * (bytes - meanBytes);
      below += (at - meanAt) ** 2;
    }
    return Math.round((above / below) * HOUR_MS);
  }
}
