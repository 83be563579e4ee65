import type { Result } from '../result.ts';
import type { Aborted, DeviceTrouble, ManagedDevice } from './device-status.ts';

/** Lamps beside the places where a resident's hand is wanted. */
export const CABINET_LAMPS = ['card-slot', 'id-reader', 'receipt', 'pin-pad'] as const;
export type CabinetLamp = (typeof CABINET_LAMPS)[number];

export const LAMP_STATES = ['off', 'on', 'blink'] as const;
export type LampState = (typeof LAMP_STATES)[number];

export interface CabinetStatus {
  /** The service door, which technicians open with a key. */
  readonly door: 'closed' | 'open';
  readonly power: 'mains' | 'battery';
  /** Of the UPS, 0…100; null where none is fitted or it does not tell. */
  readonly batteryPercent: number | null;
  /** The light for the camera, 0 (off) … 100. */
  readonly lightPercent: number;
  readonly lamps: Readonly<Record<CabinetLamp, LampState>>;
  /** Whether the amplifier answers; what comes out of the speaker only an ear can tell. */
  readonly speaker: 'present' | 'missing';
}

/** The board in the cabinet: door, UPS, light, lamps, amplifier. No service depends on it. */
export interface CabinetBoard extends ManagedDevice {
  status(): Promise<Result<CabinetStatus, DeviceTrouble>>;
  setLight(percent: number): Promise<Result<void, DeviceTrouble>>;
  setLamp(lamp: CabinetLamp | 'all', state: LampState): Promise<Result<void, DeviceTrouble>>;
  /**
   * Waits until door, power or amplifier are other than in `known`, at once where they are already. Light, lamps and
   * the battery's charge alone end no wait. Asks the board itself now and then, so one that fell silent is found.
   */
  nextChange(
    known: CabinetStatus,
    signal: AbortSignal,
  ): Promise<Result<CabinetStatus, DeviceTrouble | Aborted>>;
}

/** Whether something changed that `nextChange` tells. */
export const cabinetChanged = (before: CabinetStatus, now: CabinetStatus): boolean =>
  before.door !== now.door || before.power !== now.power || before.speaker !== now.speaker;
