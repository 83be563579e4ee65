import type { Clock } from '../../../../src/ports/clock.ts';
import type { LinkState } from '../../sync/link-state.ts';

/** Since when the link is as it is. */
export class LinkTimes {
  #since: number | null = null;

  constructor(link: Pick<LinkState, 'subscribe'>, clock: Clock) {
    link.subscribe(() => {
      this.#since = clock.now();
    });
  }

  /** null before the first change. */
  get since(): number | null {
    return this.#since;
  }
}
