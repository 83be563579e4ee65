/** Device words are XFS4IoT's, so a vendor's provider can be attached by one adapter. */
export type DeviceState =
  | 'starting'
  | 'online'
  | 'offline'
  | 'noDevice'
  | 'powerOff'
  | 'hardwareError'
  | 'userError'
  | 'deviceBusy'
  | 'fraudAttempt';

/** What stops a device call. `code` is stable and for technicians and logs; it never holds personal data. */
export interface DeviceTrouble {
  readonly kind: 'device';
  /** e.g. `link-lost`, `timeout`, `bad-checksum`, `sam-not-authorised` */
  readonly code: string;
  readonly message: string;
}

export const deviceTrouble = (code: string, message: string): DeviceTrouble => ({
  kind: 'device',
  code,
  message,
});

/** The resident walked away, time ran out or the flow moved on: the caller's AbortSignal fired. */
export interface Aborted {
  readonly kind: 'aborted';
}
export const aborted: Aborted = { kind: 'aborted' };

/**
 * Every device the manager keeps alive. A driver connects in `open`, says whether it is well in `probe` and
 * lets go of everything in `close`. Drivers never retry by themselves: the recovery ladder does.
 */
export interface ManagedDevice {
  /** Connect and make ready; idempotent. */
  open(): Promise<import('../result.ts').Result<void, DeviceTrouble>>;
  /** A cheap question to the device itself, not to the cable. */
  probe(): Promise<import('../result.ts').Result<void, DeviceTrouble>>;
  close(): Promise<void>;
}
