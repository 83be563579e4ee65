import type { Change, ChangeSignal } from '../changes/change-signal.ts';
import type { Connection } from '../http/app.ts';

/** A process that ends waits no longer for those who were told to go, milliseconds. */
const LEAVE_WITHIN_MS = 2_000;
const LOOK_EVERY_MS = 10;

/** How a wait ended. `together`: kiosks woken by the same change. */
export type Woken =
  | { readonly by: 'change'; readonly together: number }
  | { readonly by: 'time' | 'gone' | 'closing' };

/** Where one open poll waits. Taken before anything is read, so that no change falls between reading and waiting. */
export interface Seat {
  /** Ends at the next change for its kiosk (at once where one came since the last call), or after so long. */
  next(ms: number): Promise<Woken>;
  /** Must follow every `take`. */
  leave(): void;
}

class WaitingSeat {
  #came: Woken | null = null;
  #resolve: ((woken: Woken) => void) | null = null;

  wake(woken: Woken): void {
    if (this.#resolve === null) this.#came = woken;
    else this.#resolve(woken);
  }

  next(ms: number): Promise<Woken> {
    const came = this.#came;
    this.#came = null;
    // Whoever left, or is being sent away, does not wait again.
    if (came !== null) return Promise.resolve(came);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#resolve?.({ by: 'time' }), ms);
      this.#resolve = (woken) => {
        clearTimeout(timer);
        this.#resolve = null;
        resolve(woken);
      };
    });
  }
}

/** Polls that are held open in this process. One subscription serves all of them. */
export class WaitingRoom {
  readonly #seats = new Map<string, Set<WaitingSeat>>();
  readonly #stop: () => void;
  #closed = false;

  constructor(changes: ChangeSignal) {
    this.#stop = changes.subscribe((change) => this.#hear(change));
  }

  take(kioskId: string, connection: Connection): Seat {
    const seat = new WaitingSeat();
    const beside = this.#seats.get(kioskId) ?? new Set();
    this.#seats.set(kioskId, beside.add(seat));
    const leave = () => {
      beside.delete(seat);
      if (beside.size === 0 && this.#seats.get(kioskId) === beside) this.#seats.delete(kioskId);
    };
    connection.onGone(() => {
      seat.wake({ by: 'gone' });
      leave();
    });
    if (this.#closed) seat.wake({ by: 'closing' });
    return { next: (ms) => seat.next(ms), leave };
  }

  /** Polls that are open now. */
  get size(): number {
    let open = 0;
    for (const { size } of this.#seats.values()) open += size;
    return open;
  }

  /** Ends every wait: the process is about to stop. Those whose report is still being written down get their answer too. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#stop();
    this.#wakeAll([...this.#seats.values()], { by: 'closing' });
    const until = performance.now() + LEAVE_WITHIN_MS;
    while (this.size > 0 && performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  #hear(change: Change): void {
    if (change.about === 'console') return;
    const concerned =
      change.about === 'every-kiosk'
        ? [...this.#seats.values()]
        : change.kioskIds.flatMap((kioskId) => this.#seats.get(kioskId) ?? []);
    this.#wakeAll(concerned, { by: 'change', together: concerned.length });
  }

  #wakeAll(concerned: readonly Set<WaitingSeat>[], woken: Woken): void {
    for (const seats of concerned) for (const seat of seats) seat.wake(woken);
  }
}
