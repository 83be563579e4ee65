/** A place a card can be put and taken away; waiters follow AbortSignals. */
export class CardSlot<Card> {
  #card: Card | null = null;
  readonly #waiters = new Set<() => void>();

  get card(): Card | null {
    return this.#card;
  }

  put(card: Card): void {
    this.#card = card;
    this.#wake();
  }

  take(): void {
    this.#card = null;
    this.#wake();
  }

  /** Resolves true once the condition holds, false when the signal fires first. */
  until(condition: (card: Card | null) => boolean, signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const look = () => {
        if (!signal.aborted && !condition(this.#card)) return;
        this.#waiters.delete(look);
        resolve(!signal.aborted);
      };
      this.#waiters.add(look);
      signal.addEventListener('abort', look, { once: true });
      look();
    });
  }

  #wake(): void {
    for (const look of [...this.#waiters]) look();
  }
}
