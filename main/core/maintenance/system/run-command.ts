import { execFile } from 'node:child_process';
import { err, ok, type Result } from '../../../../src/result.ts';

/** A program with its arguments; words in braces are filled in, e.g. `["date", "-u", "-s", "@{seconds}"]`. */
export type CommandLine = readonly string[];

/** Ends a command that waits for a password or a bus that does not answer, milliseconds. */
const DEADLINE_MS = 20_000;
const LONGEST_OUTPUT = 1_000_000;

/**
 * Runs a command of the configuration without a shell, so that nothing in an argument is ever read as another command.
 * Answers what it printed. Not there, ended with another code than 0, too slow: `command-failed`.
 */
export function runCommand(
  line: CommandLine,
  filled: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
): Promise<Result<string, 'command-failed'>> {
  const [program = '', ...parts] = line.map((part) =>
    part.replaceAll(/\{(\w+)\}/g, (whole, name: string) => filled[name] ?? whole),
  );
  return new Promise((resolve) => {
    execFile(
      program,
      parts,
      // Answers are parsed: a machine that speaks another language must not speak it here.
      {
        timeout: DEADLINE_MS,
        maxBuffer: LONGEST_OUTPUT,
        env: { ...process.env, LC_ALL: 'C' },
        ...(signal && { signal }),
      },
      (error, printed) => resolve(error ? err('command-failed') : ok(printed)),
    );
  });
}
