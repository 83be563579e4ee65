import type { CardAcceptor } from '../../../src/ports/card-acceptor.ts';
import type { CardIssuer } from '../../../src/ports/card-issuer.ts';
import type { Timers } from '../../../src/ports/clock.ts';

/** How often machines in order are asked for their bins and stack, milliseconds. */
const EVERY_MS = 5_000;

interface Machines {
  readonly issuer: Pick<CardIssuer, 'status'> | null;
  readonly acceptor: Pick<CardAcceptor, 'status'> | null;
}

/** Knows whether a card can be made and an old one kept, so that the home screen says it before and not after. */
export class BinWatch {
  readonly #machines: Machines;
  readonly #timers: Timers;
  readonly #changed: () => void;
  #issuerRoom = true;
  #acceptorRoom = true;
  #stock = true;

  constructor(machines: Machines, timers: Timers, changed: () => void) {
    this.#machines = machines;
    this.#timers = timers;
    this.#changed = changed;
  }

  /** Room in both bins; a machine that can't be asked is the device manager's matter. */
  get room(): boolean {
    return this.#issuerRoom && this.#acceptorRoom;
  }

  /** What the stack's sensor says; custody has the number. */
  get stock(): boolean {
    return this.#stock;
  }

  async run(signal: AbortSignal): Promise<void> {
    const { issuer, acceptor } = this.#machines;
    while (!signal.aborted && (issuer || acceptor)) {
      const [made, kept] = await Promise.all([issuer?.status(), acceptor?.status()]);
      if (made?.ok) this.#note(made.value.bin === 'room', this.#acceptorRoom, made.value.stock !== 'empty');
      if (kept?.ok) this.#note(this.#issuerRoom, kept.value.retainBin === 'room', this.#stock);
      await this.#timers.sleep(EVERY_MS, signal);
    }
  }

  #note(issuerRoom: boolean, acceptorRoom: boolean, stock: boolean): void {
    const same =
      issuerRoom === this.#issuerRoom && acceptorRoom === this.#acceptorRoom && stock === this.#stock;
    this.#issuerRoom = issuerRoom;
    this.#acceptorRoom = acceptorRoom;
    this.#stock = stock;
    if (!same) this.#changed();
  }
}
