import type { Store } from '../../store/open-store.ts';

/** What a write finds when the power is gone. */
export class PowerGone extends Error {
  override readonly name = 'PowerGone';
}

/**
 * Lets the power fail at the `at`-th write of a task (counted from 1), before it is on disk or just after; once. Counts
 * on over restarts: give each new store to `watch`.
 */
export class FailingPower {
  readonly #at: number;
  readonly #after: boolean;
  #writes = 0;

  constructor(at: number, after: boolean) {
    this.#at = at;
    this.#after = after;
  }

  /** The power did fail. */
  get failed(): boolean {
    return this.#writes >= this.#at;
  }

  watch({ maintenanceTasks, custodyActs, audit }: Store): void {
    this.#watch(maintenanceTasks, ['begin', 'goneOnBy', 'showing', 'mustFinish', 'add', 'end', 'forgetFrom']);
    this.#watch(custodyActs, ['begin', 'end']);
    this.#watch(audit, ['record']);
  }

  #watch(target: object, names: readonly string[]): void {
    const methods = target as Record<string, (...given: unknown[]) => unknown>;
    for (const name of names) {
      const write = methods[name]?.bind(target);
      methods[name] = (...given) => {
        this.#writes += 1;
        const now = this.#writes === this.#at;
        if (now && !this.#after) throw new PowerGone();
        const done = write?.(...given);
        if (now) throw new PowerGone();
        return done;
      };
    }
  }
}
