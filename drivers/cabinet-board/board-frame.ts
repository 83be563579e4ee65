/**
 * Frames of the cabinet board (device guide, "Cabinet board"), both ways:
 *
 * | offset  | length | what                                                                      |
 * | ------- | ------ | ------------------------------------------------------------------------- |
 * | 0       | 1      | STX, 02                                                                   |
 * | 1       | 1      | LEN: bytes of number, command and data, 2…32                              |
 * | 2       | 1      | number: 01…FF of a question, the same in its answer; 00 in what the board says unasked |
 * | 3       | 1      | command                                                                   |
 * | 4       | LEN-2  | data                                                                      |
 * | LEN+2   | 2      | CRC-16/CCITT-FALSE over offsets 1…LEN+1, high byte first                  |
 *
 * | command | to the board                | data                                                   |
 * | ------- | --------------------------- | ------------------------------------------------------ |
 * | 10      | how do you stand?           | none                                                   |
 * | 20      | light                       | percent, 0…100                                         |
 * | 21      | lamps                       | bits of the lamps (1 card slot, 2 ID reader, 4 receipt, 8 PIN pad), 0 off, 1 on, 2 blink |
 *
 * The answer is the command with bit 7 set and a status block, or 7F and one byte: 1 no such command, 2 no such value.
 * Unasked comes 30 with a status block, whenever door, power or amplifier changed.
 */
export const FRAME_START = 0x02;
/** STX and LEN. */
export const HEAD_BYTES = 2;
export const CRC_BYTES = 2;
export const SHORTEST_BODY = 2;
export const LONGEST_BODY = 32;

export const COMMAND = { status: 0x10, light: 0x20, lamps: 0x21 } as const;
/** Set in the command of an answer. */
export const ANSWER_BIT = 0x80;
export const REFUSAL = 0x7f;
export const EVENT = 0x30;
/** The number of what comes unasked. */
export const UNASKED = 0;

export interface BoardFrame {
  readonly number: number;
  readonly command: number;
  readonly data: Uint8Array;
}

/** Polynomial 1021, start FFFF, nothing reflected; `123456789` gives 29B1. */
export function crc16(bytes: Uint8Array): number {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return crc;
}

/** A whole frame. */
export function encodeFrame({ number, command, data }: BoardFrame): Uint8Array {
  const covered = Uint8Array.from([data.length + SHORTEST_BODY, number, command, ...data]);
  const crc = crc16(covered);
  return Uint8Array.from([FRAME_START, ...covered, crc >> 8, crc & 0xff]);
}
