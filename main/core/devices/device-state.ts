import type { DeviceState } from '../../../src/ports/device-status.ts';
import type { DeviceClass } from './devices-config.ts';

/** What anybody may know of a device. */
export interface DeviceStatus {
  readonly device: string;
  readonly deviceClass: DeviceClass;
  readonly state: DeviceState;
  /** Code of the last trouble; null while it is well. */
  readonly code: string | null;
  /** True while the ladder still climbs quickly: worth waiting for on a screen. */
  readonly recovering: boolean;
}

/** Codes that say the device is not there at all. */
const ABSENT = /no-device|not-found|no-reader|unplugged|removed/;
/** Codes of a wire that does not carry: the device may be well at its other end. */
const UNREACHED = /link|timeout|timed-out|connect|refused|closed|unreachable|host/;

/** XFS4IoT's word for a trouble code. */
export function stateOfTrouble(code: string): DeviceState {
  if (ABSENT.test(code)) return 'noDevice';
  return UNREACHED.test(code) ? 'offline' : 'hardwareError';
}
