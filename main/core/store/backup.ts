import { dirname } from 'node:path';
import type { Timers } from '../../../src/ports/clock.ts';
import type { Connection } from './connection.ts';
import type { Disk } from './disk.ts';

/** One backup is kept. Payloads in it are sealed; those acknowledged meanwhile leave with the next one. */
export const BACKUP_EVERY_MS = 10 * 60_000;

/** Writes a whole, compact copy beside the store and puts it in place of the last one. */
export function writeBackup(connection: Connection, disk: Disk, path: string): void {
  const unfinished = `${path}.new`;
  disk.remove(unfinished);
  connection.run('VACUUM INTO :unfinished', { unfinished });
  disk.restrict(unfinished);
  disk.syncFile(unfinished);
  disk.rename(unfinished, path);
  disk.syncFolder(dirname(path));
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
