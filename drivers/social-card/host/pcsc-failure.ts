import { deviceTrouble } from '../../../src/ports/device-status.ts';
import type { SocialCardTrouble } from '../../../src/ports/social-card-reader.ts';

/** The binding's errors carry text only; each text it has, by what it means here. Codes tell the device state. */
const DEVICE_CODES: ReadonlyMap<string, string> = new Map([
  ['PC/SC service not running', 'service-unreachable'],
  ['PC/SC service stopped', 'service-unreachable'],
  ['No readers available', 'reader-not-found'],
  ['Unknown reader', 'reader-not-found'],
  ['Reader unavailable', 'reader-not-found'],
  ['Reader not ready', 'reader-not-found'],
  ['Sharing violation', 'reader-in-use'],
  ['Invalid handle', 'link-lost'],
]);

const REMOVED: ReadonlySet<string> = new Set(['Card was removed', 'No smart card present']);
const MUTE: ReadonlySet<string> = new Set([
  'Card is unresponsive',
  'Card is unpowered',
  'Card is not supported',
  'Protocol mismatch',
  'Invalid ATR',
]);

/** What a failed connect or transmit means to the resident and the technician. */
export function pcscTrouble(during: 'connect' | 'transmit', message: string): SocialCardTrouble {
  const device = DEVICE_CODES.get(message);
  if (device !== undefined) return deviceTrouble(device, message);
  if (REMOVED.has(message)) return { kind: during === 'connect' ? 'no-card' : 'card-removed' };
  if (MUTE.has(message)) return { kind: 'mute' };
  const code = message.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return { kind: 'card-error', code: `pcsc-${code}` };
}
