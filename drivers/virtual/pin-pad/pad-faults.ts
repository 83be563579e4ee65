/** What can be wrong with the virtual pad. The dev dock lists these; tests run each against each state. */
export const PAD_FAULTS = [
  /** Takes everything, answers nothing. */
  'mute',
  /** The socket goes at the first key of an entry. */
  'disconnect-mid-entry',
  /** The next device command ends with `hardwareError`, and the pad's state follows. */
  'hardware-error',
  /** The next completion is sent as half a JSON text. */
  'wrong-json',
  'duplicate-completion',
  /** The acknowledge of the next command comes after its completion. */
  'late-acknowledge',
  /** Keys are pressed and nothing happens. */
  'keyboard-jam',
  /** A pad in clear-text mode: key events tell the digit. The driver must refuse it. */
  'clear-digits',
  /** The PIN block is half as long as it should be. */
  'short-block',
] as const;

export type PadFault = (typeof PAD_FAULTS)[number];

/** Which faults are set, for once or until cleared. */
export class PadFaults {
  readonly #once = new Set<PadFault>();
  readonly #always = new Set<PadFault>();

  failNext(fault: PadFault): void {
    this.#once.add(fault);
  }

  failRepeatedly(fault: PadFault): void {
    this.#always.add(fault);
  }

  clear(): void {
    this.#once.clear();
    this.#always.clear();
  }

  /** True when the fault is due now; a fault set for once is used up by this. */
  take(fault: PadFault): boolean {
    return this.#once.delete(fault) || this.#always.has(fault);
  }

  /** The faults still set, for the dev dock. */
  get active(): readonly PadFault[] {
    return [...new Set([...this.#once, ...this.#always])];
  }
}
