/** One command of the SAM_V module (protocols 2.2). */
export interface SamCommand {
  readonly cmd: number;
  readonly para: number;
  /**
   * How long the module may take, in ms. Bulk time-outs in the field are 3000-5000 for reading; the others answer
   * within 300. Reading with fingerprints moves 2.3 kB: 0.2 s at 115200 baud, 2.4 s at 9600, beside 1-2 s of chip work.
   */
  readonly deadlineMs: number;
}

export const SAM_COMMANDS = {
  reset: { cmd: 0x10, para: 0xff, deadlineMs: 3_000 },
  status: { cmd: 0x11, para: 0xff, deadlineMs: 1_500 },
  'sam-id': { cmd: 0x12, para: 0xff, deadlineMs: 1_500 },
  find: { cmd: 0x20, para: 0x01, deadlineMs: 1_500 },
  select: { cmd: 0x20, para: 0x02, deadlineMs: 1_500 },
  read: { cmd: 0x30, para: 0x01, deadlineMs: 5_000 },
  'extra-address': { cmd: 0x30, para: 0x03, deadlineMs: 3_000 },
  'read-with-fingerprints': { cmd: 0x30, para: 0x10, deadlineMs: 5_000 },
} as const satisfies Record<string, SamCommand>;

export type SamCommandName = keyof typeof SAM_COMMANDS;

/** Which command the two bytes name; null where the table has none. */
export function commandNamed(cmd: number | undefined, para: number | undefined): SamCommandName | null {
  for (const [name, command] of Object.entries(SAM_COMMANDS)) {
    if (command.cmd === cmd && command.para === para) return name as SamCommandName;
  }
  return null;
}
