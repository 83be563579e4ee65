import type { Asked } from '../../../../src/maintenance/kiosk-facts.ts';
import type { Timers } from '../../../../src/ports/clock.ts';
import { err, ok } from '../../../../src/result.ts';

/** A technician has two minutes: a source gets this long, milliseconds. */
export const SOURCE_DEADLINE_MS = 4_000;

/** What a source says, or that it did not answer in time. A device, a disk or a network may be why. */
export async function askedInTime<T>(timers: Timers, source: () => Promise<Asked<T> | T>): Promise<Asked<T>> {
  const over = new AbortController();
  const late = timers.sleep(SOURCE_DEADLINE_MS, over.signal).then(() => err('no-answer' as const));
  try {
    return await Promise.race([answer(source), late]);
  } finally {
    over.abort('answered');
  }
}

async function answer<T>(source: () => Promise<Asked<T> | T>): Promise<Asked<T>> {
  try {
    const said = await source();
    return isAsked(said) ? said : ok(said);
  } catch (error) {
    // The operating system's and SQLite's errors carry a code; anything else is a programming error.
    if (error instanceof Error && 'code' in error) return err('no-answer');
    throw error;
  }
}

const isAsked = <T>(said: Asked<T> | T): said is Asked<T> =>
  typeof said === 'object' && said !== null && 'ok' in said && typeof said.ok === 'boolean';
