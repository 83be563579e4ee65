import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Timers } from '../../../src/ports/clock.ts';
import type { Connection } from './connection.ts';
import { syncFolder } from './key-file.ts';

/** One backup is kept. Payloads in it are sealed; those acknowledged meanwhile leave with the next one. */
export const BACKUP_EVERY_MS = 10 * 60_000;

/** Writes a whole, compact copy beside the store and puts it in place of the last one. */
export function writeBackup(connection: Connection, path: string): void {
  const unfinished = `${path}.new`;
  rmSync(unfinished, { force: true });
  connection.run('VACUUM INTO :unfinished', { unfinished });
  chmodSync(unfinished, 0o600);
  const file = openSync(unfinished, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, path);
  syncFolder(dirname(path));
}

/** Backs up on a schedule until the signal fires. Trouble (a full disk, say) is handed to `onTrouble`. */
export async function backUpRegularly(
  backUp: () => void,
  timers: Timers,
  signal: AbortSignal,
  onTrouble: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    await timers.sleep(BACKUP_EVERY_MS, signal);
    if (signal.aborted) return;
    try {
      backUp();
    } catch (error) {
      onTrouble(error);
    }
  }
}
