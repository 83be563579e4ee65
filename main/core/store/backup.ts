import { dirname } from 'node:path';
import type { Timers } from '../../../src/ports/clock.ts';
import type { Connection } from './connection.ts';
import type { Disk } from './disk.ts';

/** One backup is kept. Payloads in it are sealed; those acknowledged meanwhile leave with the next one. */
export const BACKUP_EVERY_MS = 10 * 60_000;
/** What was accepted and could not be sent yet (INV-4) is in a backup after this long. */
export const BACKUP_WAITING_AFTER_MS = 5_000;
/** A backup stops everything else while it is written: it takes one part in so many of the time at most. */
const SHARE = 20;

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

export interface BackupOptions {
  readonly backUp: () => void;
  /** A kiosk that was just put into service has none yet. */
  readonly isMissing?: () => boolean;
  /** Number of the newest request that waits to be sent; 0 when none does. */
  readonly newestWaiting: () => number;
  readonly timers: Timers;
  /** Trouble (a full disk, say): the next turn tries again. */
  readonly onTrouble: (error: unknown) => void;
}

/** Backs up on a schedule, and soon where there is none or something waits that is in none, until the signal fires. */
export async function backUpRegularly(options: BackupOptions, signal: AbortSignal): Promise<void> {
  const { backUp, isMissing, newestWaiting, timers, onTrouble } = options;
  let madeAt = timers.elapsed();
  let holdsUpTo = 0;
  let restMs = BACKUP_WAITING_AFTER_MS;
  for (;;) {
    await timers.sleep(restMs, signal);
    if (signal.aborted) return;
    const newest = newestWaiting();
    const fresh = timers.elapsed() - madeAt < BACKUP_EVERY_MS;
    if (fresh && newest <= holdsUpTo && !isMissing?.()) continue;
    const startedAt = timers.elapsed();
    try {
      backUp();
      madeAt = timers.elapsed();
      holdsUpTo = newest;
    } catch (error) {
      onTrouble(error);
    }
    restMs = Math.max(BACKUP_WAITING_AFTER_MS, SHARE * (timers.elapsed() - startedAt));
  }
}
