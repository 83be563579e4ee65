import type { Blow, Mark } from './plan.ts';

/** Counts what a session comes by, and strikes the plan's blows when their turn has come. */
export class Marks {
  readonly #strike: (blow: Blow) => void;
  readonly #counted = new Map<Mark, number>();
  #waiting: Blow[] = [];

  constructor(strike: (blow: Blow) => void) {
    this.#strike = strike;
  }

  begin(blows: readonly Blow[]): void {
    this.#counted.clear();
    this.#waiting = [...blows];
  }

  /** Blows that are still to come, forgotten. */
  end(): void {
    this.#waiting = [];
  }

  /** May not return: a power cut throws out of whatever was being done. */
  count(mark: Mark): void {
    if (this.#waiting.length === 0) return;
    const counted = (this.#counted.get(mark) ?? 0) + 1;
    this.#counted.set(mark, counted);
    const due = this.#waiting.filter(({ on, after }) => on === mark && after <= counted);
    if (due.length === 0) return;
    this.#waiting = this.#waiting.filter((blow) => !due.includes(blow));
    for (const blow of due) this.#strike(blow);
  }
}
