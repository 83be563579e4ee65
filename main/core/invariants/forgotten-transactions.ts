import type { TransactionId } from '../../../src/brand.ts';
import type { Clock } from '../../../src/ports/clock.ts';

/** A flow's last act may end a little after its resident has gone: ten minutes, milliseconds. */
const PATIENCE_MS = 10 * 60_000;

/**
 * A transaction a flow works on is left alone by settling. A flow that ended without releasing it would leave it open
 * for ever, so one that is held while nobody is served has to be released within a time.
 */
export class ForgottenTransactions {
  readonly #clock: Clock;
  /** Since when each was held with nobody there. */
  #since = new Map<TransactionId, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** `live` is what flows hold now that nobody is served; answers what they have held too long. */
  atRest(live: readonly TransactionId[]): readonly TransactionId[] {
    const now = this.#clock.now();
    this.#since = new Map(live.map((id) => [id, this.#since.get(id) ?? now]));
    return live.filter((id) => now - (this.#since.get(id) ?? now) > PATIENCE_MS);
  }
}
