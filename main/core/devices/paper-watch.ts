import type { Timers } from '../../../src/ports/clock.ts';
import type { ReceiptPrinter } from '../../../src/ports/receipt-printer.ts';

/** How often a printer in order is asked for its paper, milliseconds. */
const EVERY_MS = 3_000;

type Printer = Pick<ReceiptPrinter, 'print'>;

/** Knows whether a receipt can come out, so that the home screen says it before and not after. */
export class PaperWatch {
  readonly #printer: Pick<ReceiptPrinter, 'status'> | null;
  readonly #timers: Timers;
  readonly #changed: () => void;
  #there = true;

  constructor(printer: Pick<ReceiptPrinter, 'status'> | null, timers: Timers, changed: () => void) {
    this.#printer = printer;
    this.#timers = timers;
    this.#changed = changed;
  }

  /** False when the roll is out or the cover is open; a printer that can't be asked is the device manager's matter. */
  get there(): boolean {
    return this.#there;
  }

  /** The same printer; what a print finds out about the paper is known at once. */
  printer(printer: Printer): Printer {
    return {
      print: async (receipt) => {
        const printed = await printer.print(receipt);
        if (printed.ok) this.#note(true);
        else if (printed.error.kind !== 'device') this.#note(false);
        return printed;
      },
    };
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && this.#printer) {
      const status = await this.#printer.status();
      if (status.ok) this.#note(status.value.paper !== 'out' && status.value.cover === 'closed');
      await this.#timers.sleep(EVERY_MS, signal);
    }
  }

  #note(there: boolean): void {
    if (there === this.#there) return;
    this.#there = there;
    this.#changed();
  }
}
