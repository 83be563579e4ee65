import { type CabinetBoard, type CabinetStatus, cabinetChanged } from '../../../src/ports/cabinet-board.ts';
import type { Timers } from '../../../src/ports/clock.ts';

/** How long a board in trouble is left to the recovery ladder before it is asked again, milliseconds. */
const AGAIN_AFTER_MS = 3_000;

export interface CabinetWatchOptions {
  /** null where the kiosk has none. */
  readonly board: Pick<CabinetBoard, 'status' | 'nextChange'> | null;
  readonly timers: Timers;
  /** The service door was shut and is open: a technician would like to be let in. */
  readonly doorOpened: () => void;
  /** Door, power or amplifier changed, or the board is not known any more (null). */
  readonly changed?: (status: CabinetStatus | null) => void;
}

/** Hears what happens to the cabinet while core runs. A door that was open before core looked calls nobody. */
export class CabinetWatch {
  readonly #options: CabinetWatchOptions;
  #now: CabinetStatus | null = null;
  /** The door as last told, though the board fell silent since. */
  #door: CabinetStatus['door'] | null = null;

  constructor(options: CabinetWatchOptions) {
    this.#options = options;
  }

  /** As last told; null where there is no board or it does not answer. */
  get now(): CabinetStatus | null {
    return this.#now;
  }

  async run(signal: AbortSignal): Promise<void> {
    const { board, timers } = this.#options;
    while (!signal.aborted && board) {
      const known = this.#now;
      const told = known ? await board.nextChange(known, signal) : await board.status();
      if (signal.aborted) return;
      this.#note(told.ok ? told.value : null);
      if (!told.ok) await timers.sleep(AGAIN_AFTER_MS, signal);
    }
  }

  #note(status: CabinetStatus | null): void {
    const before = this.#now;
    this.#now = status;
    const wasShut = this.#door === 'closed';
    if (status) this.#door = status.door;
    const isNews = before && status ? cabinetChanged(before, status) : before !== status;
    if (isNews) this.#options.changed?.(status);
    if (wasShut && status?.door === 'open') this.#options.doorOpened();
  }
}
