import type { View } from '../../src/contracts/view.ts';

/** Eyes on a kiosk's views, for whoever plays a resident without a page. */
export class ViewWatch {
  readonly views: View[] = [];
  readonly #shown: () => View | null;
  readonly #listeners = new Set<() => void>();

  /** `shown` answers what a screen would show now. */
  constructor(shown: () => View | null) {
    this.#shown = shown;
  }

  saw(view: View): void {
    this.views.push(view);
    this.stir();
  }

  /** Something changed that is no view: core is gone. */
  stir(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  forget(): void {
    this.views.length = 0;
  }

  /** Milliseconds until a view is right; rejects with the present one when it takes longer than `withinMs`. */
  until(right: (view: View) => boolean, withinMs: number): Promise<number> {
    const since = performance.now();
    return new Promise((resolve, reject) => {
      const look = () => {
        const view = this.#shown();
        if (view === null || !right(view)) return;
        over();
        resolve(performance.now() - since);
      };
      const late = setTimeout(() => {
        over();
        reject(new Error(`after ${withinMs} ms the kiosk shows ${JSON.stringify(this.#shown())}`));
      }, withinMs);
      const over = () => {
        clearTimeout(late);
        this.#listeners.delete(look);
      };
      this.#listeners.add(look);
      look();
    });
  }

  /** Resolves with the next change, or after this long. */
  change(withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      const over = () => {
        clearTimeout(late);
        this.#listeners.delete(over);
        resolve();
      };
      const late = setTimeout(over, withinMs);
      this.#listeners.add(over);
    });
  }
}
