import type { Clock, Stopwatch } from '../../../../src/ports/clock.ts';
import type { LinkState } from '../../sync/link-state.ts';

/** The first heartbeat's deadline is 10 s (heartbeat.ts), and it leaves a moment after the start. Milliseconds. */
const FIRST_ANSWER_WITHIN_MS = 12_000;

/** Since when the link is as it is. */
export class LinkTimes {
  #since: number | null = null;
  readonly #clock: Clock & Stopwatch;
  readonly #begun: number;

  constructor(link: Pick<LinkState, 'subscribe'>, clock: Clock & Stopwatch) {
    this.#clock = clock;
    this.#begun = clock.elapsed();
    link.subscribe(() => {
      this.#since = clock.now();
    });
  }

  /** Nothing was heard yet, and the first question may still be under way. */
  get asking(): boolean {
    return this.#since === null && this.#clock.elapsed() - this.#begun < FIRST_ANSWER_WITHIN_MS;
  }

  /** null before the first change. */
  get since(): number | null {
    return this.#since;
  }
}
