import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** An earlier start gets this long to end by itself, milliseconds. */
const GOOD_MANNERS_MS = 5_000;
const LOOK_EVERY_MS = 100;

/** Written beside the process id, to tell it from another program that got the same id later. */
const MARK = 'scripts/start.ts';

/** Process id of a start that is still running, or null. */
export function runningStart(pidFile: string): number | null {
  if (!existsSync(pidFile)) return null;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  return Number.isInteger(pid) && pid > 0 && commandOf(pid).includes(MARK) ? pid : null;
}

export function recordStart(pidFile: string): void {
  mkdirSync(dirname(pidFile), { recursive: true });
  writeFileSync(pidFile, String(process.pid));
}

export function forgetStart(pidFile: string): void {
  rmSync(pidFile, { force: true });
}

/** Ends a program of an earlier start: gently, then not. */
export async function endProcess(pid: number): Promise<void> {
  process.kill(pid, 'SIGTERM');
  for (let waited = 0; waited < GOOD_MANNERS_MS; waited += LOOK_EVERY_MS) {
    if (commandOf(pid) === '') return;
    await wait(LOOK_EVERY_MS);
  }
  if (commandOf(pid) !== '') process.kill(pid, 'SIGKILL');
}

/** The command line of a process; empty where there is none, or no /proc. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}
