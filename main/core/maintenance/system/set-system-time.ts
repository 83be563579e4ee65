import { writeFileSync } from 'node:fs';
import type { Clock } from '../../../../src/ports/clock.ts';
import { type CommandLine, runCommand } from './run-command.ts';

/** Sets the machine's wall clock to milliseconds since the epoch. */
export type SetSystemTime = (ms: number) => Promise<'set' | 'no-command' | 'command-failed'>;

/** By a configured command; `{seconds}` since the epoch, `{utc}` as `2026-11-22 01:41:00`. */
export const setTimeByCommand =
  (command: CommandLine | undefined): SetSystemTime =>
  async (ms) => {
    if (!command) return 'no-command';
    const utc = new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
    const ran = await runCommand(command, { seconds: String(Math.round(ms / 1000)), utc });
    return ran.ok ? 'set' : ran.error;
  };

/** Development alone: the file by which core's clock is off stands for the machine's clock. */
export const setTimeByOffsetFile =
  (path: string, machine: Clock): SetSystemTime =>
  async (ms) => {
    writeFileSync(path, String(Math.round(ms - machine.now())));
    return 'set';
  };
