import { Context, SCARD_STATE_PRESENT } from 'smartcard';
import type { HostMessage } from './messages.ts';

/** pcscd itself looks into a virtual reader every 400 ms; a snapshot costs a fraction of a millisecond. */
const LOOK_EVERY_MS = 150;

/**
 * Tells which readers there are and which hold a card, by comparing snapshots. The binding's ReaderMonitor loses
 * changes: it renews its list of states after an event, and what changed meanwhile is never told (about one
 * removal in five, when a card was reset and pulled at once), so whoever waited for it waited for ever.
 */
export class ReaderWatch {
  readonly #context = new Context();
  readonly #tell: (message: HostMessage) => void;
  readonly #known = new Map<string, boolean>();

  /** Throws the binding's error where pcscd cannot be reached. */
  constructor(tell: (message: HostMessage) => void) {
    this.#tell = tell;
    this.#look();
    this.#lookAgain();
  }

  #lookAgain(): void {
    setTimeout(() => {
      try {
        this.#look();
      } catch (error) {
        this.#tell({ kind: 'service-lost', message: error instanceof Error ? error.message : String(error) });
        return;
      }
      this.#lookAgain();
    }, LOOK_EVERY_MS);
  }

  #look(): void {
    const readers = this.#context.listReaders();
    for (const { name, state } of readers) {
      const present = (state & SCARD_STATE_PRESENT) !== 0;
      // 0 is no state: the reader went away between its name and its state.
      if (state === 0 || this.#known.get(name) === present) continue;
      this.#known.set(name, present);
      this.#tell({ kind: 'card-state', reader: name, present });
    }
    for (const name of [...this.#known.keys()]) {
      if (readers.some((reader) => reader.name === name)) continue;
      this.#known.delete(name);
      this.#tell({ kind: 'reader-gone', reader: name });
    }
  }
}
