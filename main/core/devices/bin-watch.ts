import type { CardAcceptor } from '../../../src/ports/card-acceptor.ts';
import type { CardIssuer, CardIssuerStatus } from '../../../src/ports/card-issuer.ts';
import type { Timers } from '../../../src/ports/clock.ts';
import { stackDisagreement } from '../maintenance/stack-disagreement.ts';

/** How often machines in order are asked for their bins and stack, milliseconds. */
const EVERY_MS = 5_000;

interface Machines {
  readonly issuer: Pick<CardIssuer, 'status'> | null;
  readonly acceptor: Pick<CardAcceptor, 'status'> | null;
}

/** The stack by the custody ledger, which its sensor may contradict (INV-3). */
export interface StackLedger {
  /** null while a blank is on its way: the ledger takes it out before the machine does. */
  blanks(): number | null;
  /** Told once each time the two come to disagree, or disagree in another way. */
  disagrees(sensor: CardIssuerStatus['stock'], ledger: number): void;
}

/** Knows whether a card can be made and an old one kept, so that the home screen says it before and not after. */
export class BinWatch {
  readonly #machines: Machines;
  readonly #timers: Timers;
  readonly #changed: () => void;
  readonly #ledger: StackLedger | null;
  #disagreement: ReturnType<typeof stackDisagreement> = null;
  #issuerRoom = true;
  #acceptorRoom = true;
  #stock = true;

  constructor(machines: Machines, timers: Timers, changed: () => void, ledger: StackLedger | null = null) {
    this.#machines = machines;
    this.#timers = timers;
    this.#changed = changed;
    this.#ledger = ledger;
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
      const ledger = this.#ledger?.blanks() ?? null;
      const [made, kept] = await Promise.all([issuer?.status(), acceptor?.status()]);
      if (made?.ok) this.#note(made.value.bin === 'room', this.#acceptorRoom, made.value.stock !== 'empty');
      if (made?.ok) this.#compare(made.value.stock, ledger);
      if (kept?.ok) this.#note(this.#issuerRoom, kept.value.retainBin === 'room', this.#stock);
      await this.#timers.sleep(EVERY_MS, signal);
    }
  }

  /** Only where the ledger stood still while the machine was asked. */
  #compare(sensor: CardIssuerStatus['stock'], ledger: number | null): void {
    if (ledger === null || this.#ledger?.blanks() !== ledger) return;
    const found = stackDisagreement(sensor, ledger);
    if (found !== null && found !== this.#disagreement) this.#ledger.disagrees(sensor, ledger);
    this.#disagreement = found;
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
