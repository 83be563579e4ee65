import type { Result } from '../result.ts';
import type { Aborted, DeviceTrouble, ManagedDevice } from './device-status.ts';

/** ISO 9564-1 format 4 enciphered under the pad's PIN key. The application never sees a digit (ACT-4). */
export interface PinBlock {
  readonly format: 'iso4-aes' | 'iso4-sm4';
  /** Name of the key slot, e.g. `PINKEY`; the bank holds its twin. */
  readonly keyName: string;
  /** 16 bytes, upper hex. */
  readonly block: string;
}

export type PinTrouble =
  | DeviceTrouble
  | Aborted
  | { readonly kind: 'cancelled-at-pad' }
  | { readonly kind: 'timed-out' };

export interface PinEntryOptions {
  readonly minDigits: number;
  readonly maxDigits: number;
  /** The block is bound to this account number (format 4 PAN field). */
  readonly accountNumber: string;
  /** Number of digits typed so far, after each key. */
  readonly onKey: (count: number) => void;
}

/** XFS4IoT Keyboard.PinEntry followed by PinPad.GetPinBlock. */
export interface PinPad extends ManagedDevice {
  enterPin(options: PinEntryOptions, signal: AbortSignal): Promise<Result<PinBlock, PinTrouble>>;
}
