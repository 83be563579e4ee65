/** Commands of the CRT family by what they do (protocols 3.3). */

export interface CrtCommand {
  readonly cm: number;
  readonly pm: number;
  /** From sending to the answer, milliseconds. */
  readonly deadlineMs: number;
  /** It moves a card or changes a chip: it is never sent twice, and a lost answer is told as `answer-lost`. */
  readonly acts: boolean;
}

/** Sensors are read at once; a card crosses the machine in 2-3 s, and the machine tries on its own for some more. */
const QUESTION_MS = 2_000;
const MOVE_MS = 20_000;
/** Chips answer in 10-100 ms; 260 bytes at 9600 baud take another 300 ms each way. */
const CHIP_MS = 5_000;

const command = (cm: number, pm: number, deadlineMs: number, acts: boolean): CrtCommand => ({
  cm,
  pm,
  deadlineMs,
  acts,
});

export const CRT = {
  /** Initialises and leaves a card where it is; 30 30 would move it, 30 31 would capture it. */
  initKeep: command(0x30, 0x33, MOVE_MS, false),
  status: command(0x31, 0x30, QUESTION_MS, false),
  sensors: command(0x31, 0x31, QUESTION_MS, false),
  /** To the chip station: from the gate, or from the stack where the transport is empty. */
  toChip: command(0x32, 0x31, MOVE_MS, true),
  toBin: command(0x32, 0x33, MOVE_MS, true),
  toGate: command(0x32, 0x39, MOVE_MS, true),
  allowEntry: command(0x33, 0x30, QUESTION_MS, false),
  forbidEntry: command(0x33, 0x31, QUESTION_MS, false),
  coldReset: command(0x51, 0x30, CHIP_MS, false),
  chipOff: command(0x51, 0x31, CHIP_MS, false),
  /** The machine picks T=0 or T=1 by the ATR. */
  apdu: command(0x51, 0x39, CHIP_MS, true),
  serialNumber: command(0xa2, 0x30, QUESTION_MS, false),
  configuration: command(0xa3, 0x30, QUESTION_MS, false),
  version: command(0xa4, 0x30, QUESTION_MS, false),
} as const;

/** Head of a command's text: 'C'. */
const COMMAND_HEAD = 0x43;

export const commandText = ({ cm, pm }: CrtCommand, data: Uint8Array): Uint8Array =>
  Uint8Array.from([COMMAND_HEAD, cm, pm, ...data]);
