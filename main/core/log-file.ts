import { closeSync, mkdirSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { DestinationStream } from 'pino';
import { dayInShanghai } from '../../src/calendar/calendar-day.ts';
import type { Clock } from '../../src/ports/clock.ts';

/** Beside the store. */
export const LOG_FOLDER = 'logs';

/** A new file each day, and another where a day is long. */
const LONGEST_FILE = 5_000_000;
const KEEP_BYTES = 50_000_000;
const DAYS_KEPT = 14;
const NAME = /^core-(\d{4}-\d{2}-\d{2})-\d{3}\.log$/;

/** Names of the log files in a folder, oldest first. */
export const logFilesIn = (folder: string): string[] =>
  orNone(() => readdirSync(folder))
    ?.filter((name) => NAME.test(name))
    .toSorted() ?? [];

/**
 * Log lines as files that a technician takes along: 14 days with lines, at most 50 MB. Each line is written before `write`
 * returns, for core ends without warning and its last lines are the ones that matter. A disk that takes no line
 * loses it; the kiosk goes on.
 */
export function logFile(folder: string, clock: Clock): DestinationStream {
  let file: { readonly day: string; readonly handle: number; written: number } | null = null;
  const fileFor = (day: string) => {
    if (file && file.day === day && file.written < LONGEST_FILE) return file;
    const before = file;
    file = null;
    if (before) closeSync(before.handle);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    prune(folder, day);
    file = { day, ...openNext(folder, day) };
    return file;
  };
  return {
    write(line) {
      orNone(() => {
        const current = fileFor(dayInShanghai(clock.now()));
        current.written += writeSync(current.handle, line);
      });
    },
  };
}

/** The day's last file where it has room, or the one after it. */
function openNext(folder: string, day: string): { handle: number; written: number } {
  const last = logFilesIn(folder).findLast((name) => name.includes(day));
  const written = last ? statSync(join(folder, last)).size : 0;
  const number = last ? Number(last.slice(-7, -4)) : 1;
  const name = (at: number) => join(folder, `core-${day}-${String(at).padStart(3, '0')}.log`);
  return written < LONGEST_FILE
    ? { handle: openSync(name(number), 'a', 0o600), written }
    : { handle: openSync(name(number + 1), 'a', 0o600), written: 0 };
}

/** Leaves room for one more file. Counts days that have one: a clock that ran years ahead makes none of them old. */
function prune(folder: string, today: string): void {
  const names = logFilesIn(folder).toReversed();
  const before = [...new Set(names.map(dayOf))].filter((day) => day !== today);
  const kept = new Set([today, ...before.slice(0, DAYS_KEPT - 1)]);
  let room = KEEP_BYTES - LONGEST_FILE;
  for (const name of names) {
    const path = join(folder, name);
    room -= statSync(path).size;
    if (room < 0 || !kept.has(dayOf(name))) rmSync(path, { force: true });
  }
}

const dayOf = (name: string): string => NAME.exec(name)?.[1] ?? '';

/** What the disk refuses is lost; a programming error is not. */
function orNone<T>(act: () => T): T | null {
  try {
    return act();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
