import {
  CABINET_LAMPS,
  type CabinetBoard,
  type CabinetLamp,
  type CabinetStatus,
  cabinetChanged,
  type LampState,
} from '../../ports/cabinet-board.ts';
import { type Aborted, aborted, type DeviceTrouble, deviceTrouble } from '../../ports/device-status.ts';
import { err, ok, type Result } from '../../result.ts';

/** Door shut, on mains, everything dark: as a cabinet stands before anybody touched it. */
export const CABINET_AT_REST: CabinetStatus = {
  door: 'closed',
  power: 'mains',
  batteryPercent: 100,
  lightPercent: 0,
  lamps: { 'card-slot': 'off', 'id-reader': 'off', receipt: 'off', 'pin-pad': 'off' },
  speaker: 'present',
};

/** A cabinet board in memory: same contract as the one on a wire, no device behind it. */
export class MemoryCabinetBoard implements CabinetBoard {
  #gone: DeviceTrouble | null = null;
  #open = false;
  #now = CABINET_AT_REST;
  readonly #waiting = new Set<() => void>();

  /** How it stands, for a test to look at. */
  get now(): CabinetStatus {
    return this.#now;
  }

  /** A hand at the door, a power cut, a plug that came loose. */
  change(part: Partial<CabinetStatus>): void {
    this.#now = { ...this.#now, ...part };
    this.#wake();
  }

  /** The cable is out; null puts it back. */
  lose(trouble: DeviceTrouble | null): void {
    this.#gone = trouble;
    if (trouble) this.#open = false;
    this.#wake();
  }

  async open(): Promise<Result<void, DeviceTrouble>> {
    if (this.#gone) return err(this.#gone);
    this.#open = true;
    return ok(undefined);
  }

  async probe(): Promise<Result<void, DeviceTrouble>> {
    const status = await this.status();
    return status.ok ? ok(undefined) : status;
  }

  async close(): Promise<void> {
    this.#open = false;
    this.#wake();
  }

  async status(): Promise<Result<CabinetStatus, DeviceTrouble>> {
    return this.#status();
  }

  async setLight(percent: number): Promise<Result<void, DeviceTrouble>> {
    if (!Number.isInteger(percent) || percent < 0 || percent > 100) throw new RangeError(`light ${percent}`);
    return this.#set({ lightPercent: percent });
  }

  async setLamp(lamp: CabinetLamp | 'all', state: LampState): Promise<Result<void, DeviceTrouble>> {
    const changed = (lamp === 'all' ? CABINET_LAMPS : [lamp]).map((one) => [one, state] as const);
    return this.#set({ lamps: { ...this.#now.lamps, ...Object.fromEntries(changed) } });
  }

  async nextChange(
    known: CabinetStatus,
    signal: AbortSignal,
  ): Promise<Result<CabinetStatus, DeviceTrouble | Aborted>> {
    while (!signal.aborted) {
      const status = this.#status();
      if (!status.ok || cabinetChanged(known, status.value)) return status;
      await this.#something(signal);
    }
    return err(aborted);
  }

  #status(): Result<CabinetStatus, DeviceTrouble> {
    if (this.#open) return ok(this.#now);
    return err(this.#gone ?? deviceTrouble('link-lost', 'the cabinet board is not opened'));
  }

  async #set(part: Partial<CabinetStatus>): Promise<Result<void, DeviceTrouble>> {
    const there = await this.probe();
    if (there.ok) this.#now = { ...this.#now, ...part };
    return there;
  }

  #something(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }
}
