import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';

/** What an error of the machine means to whoever asked for a move or for the chip (protocols 3.3, Errors). */
export type CrtTrouble =
  | DeviceTrouble
  | { readonly kind: 'stock-empty' }
  | { readonly kind: 'bin-full' }
  /** `code` is the machine's own, or `not-arrived` where it called a move done and its sensors disagree. */
  | { readonly kind: 'jammed'; readonly code: string }
  | { readonly kind: 'chip'; readonly code: string };

/**
 * A card that is stuck, of the wrong length or was moved by hand, a sensor or motor that fails under it: after
 * these nobody may say where the card is.
 */
const STUCK: ReadonlySet<string> = new Set(['05', '10', '12', '13', '14', '16', '40', '43', '45', '51']);

const CHIP: ReadonlyMap<string, string> = new Map([
  ['60', 'power-short'],
  ['61', 'activation'],
  ['62', 'unsupported-by-card'],
  ['65', 'not-activated'],
  ['66', 'unsupported-by-card'],
  ['67', 'transmission'],
  ['68', 'chip-timeout'],
  ['69', 'not-emv'],
]);

const DEVICE: ReadonlyMap<string, string> = new Map([
  ['00', 'undefined-command'],
  ['01', 'bad-parameter'],
  ['02', 'bad-sequence'],
  ['03', 'unsupported-command'],
  ['04', 'bad-data'],
  ['41', 'magnet'],
  ['50', 'counter-overflow'],
  // After power came back the machine does nothing before it is initialised: `open` does that.
  ['B0', 'not-reset'],
]);

/** The trouble an error code stands for; unknown codes are device trouble `error-XY`. */
export function troubleOf(code: string): CrtTrouble {
  if (code === 'A0') return { kind: 'stock-empty' };
  if (code === 'A1') return { kind: 'bin-full' };
  if (STUCK.has(code)) return { kind: 'jammed', code };
  const chip = CHIP.get(code);
  if (chip !== undefined) return { kind: 'chip', code: chip };
  return deviceTrouble(DEVICE.get(code) ?? `error-${code}`, `the card machine refused with error ${code}`);
}

/** The same as device trouble, for `open` and `probe`. */
export function asDeviceTrouble(trouble: CrtTrouble): DeviceTrouble {
  switch (trouble.kind) {
    case 'device':
      return trouble;
    case 'jammed':
      return deviceTrouble('jammed', `a card is stuck in the machine or was moved by hand (${trouble.code})`);
    case 'chip':
      return deviceTrouble(`chip-${trouble.code}`, `the chip station reports ${trouble.code}`);
    default:
      return deviceTrouble(trouble.kind, `the card machine reports ${trouble.kind}`);
  }
}
