import type { CabinetStatus, LampState } from '../../src/ports/cabinet-board.ts';

/**
 * How the board says that it stands (device guide, "Cabinet board"):
 *
 * | offset | what                                                         |
 * | ------ | ------------------------------------------------------------ |
 * | 0      | service door: 00 closed, 01 open                             |
 * | 1      | power: 00 mains, 01 battery                                  |
 * | 2      | battery, percent 0…100; FF not fitted, or it does not tell   |
 * | 3      | light, percent 0…100                                         |
 * | 4…7    | lamps of card slot, ID reader, receipt, PIN pad: 00 off, 01 on, 02 blink |
 * | 8      | amplifier: 00 missing, 01 present                            |
 *
 * Later boards may say more behind it.
 */
const STATUS_BYTES = 9;

const BATTERY_UNKNOWN = 0xff;
const DOORS = ['closed', 'open'] as const;
const POWERS = ['mains', 'battery'] as const;
const SPEAKERS = ['missing', 'present'] as const;
/** By their byte. */
export const LAMP_BYTES: readonly LampState[] = ['off', 'on', 'blink'];

const isPercent = (byte: number | undefined): byte is number => byte !== undefined && byte <= 100;

/** null where it is too short or holds a byte that the table has not. */
export function parseStatus(block: Uint8Array): CabinetStatus | null {
  if (block.length < STATUS_BYTES) return null;
  const door = DOORS[block[0] ?? -1];
  const power = POWERS[block[1] ?? -1];
  const battery = block[2];
  const lightPercent = block[3];
  const [cardSlot, idReader, receipt, pinPad] = [4, 5, 6, 7].map((at) => LAMP_BYTES[block[at] ?? -1]);
  const speaker = SPEAKERS[block[8] ?? -1];
  if (!door || !power || !speaker || !cardSlot || !idReader || !receipt || !pinPad) return null;
  if (!isPercent(lightPercent) || (battery !== BATTERY_UNKNOWN && !isPercent(battery))) return null;
  return {
    door,
    power,
    batteryPercent: battery === BATTERY_UNKNOWN ? null : battery,
    lightPercent,
    lamps: { 'card-slot': cardSlot, 'id-reader': idReader, receipt, 'pin-pad': pinPad },
    speaker,
  };
}

/** The board's side. */
export function encodeStatus(status: CabinetStatus): Uint8Array {
  const { door, power, batteryPercent, lightPercent, lamps, speaker } = status;
  return Uint8Array.from([
    DOORS.indexOf(door),
    POWERS.indexOf(power),
    batteryPercent ?? BATTERY_UNKNOWN,
    lightPercent,
    ...[lamps['card-slot'], lamps['id-reader'], lamps.receipt, lamps['pin-pad']].map((lamp) =>
      LAMP_BYTES.indexOf(lamp),
    ),
    SPEAKERS.indexOf(speaker),
  ]);
}
