/** Whether the central service can be reached, as the last exchange with it showed. */
export class LinkState {
  #up = false;
  readonly #listeners = new Set<(up: boolean) => void>();

  get up(): boolean {
    return this.#up;
  }

  /** Told after each exchange; listeners hear only of changes. */
  report(up: boolean): void {
    if (up === this.#up) return;
    this.#up = up;
    for (const listener of [...this.#listeners]) listener(up);
  }

  /** Returns the way to stop listening. */
  subscribe(listener: (up: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
