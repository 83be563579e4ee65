import { dirname } from 'node:path';
import { z } from 'zod';
import type { StoreRecovery } from './damaged-file.ts';
import type { Disk } from './disk.ts';

const noteShape = z.object({
  reason: z.enum(['damaged', 'missing', 'log-missing']),
  setAside: z.string().nullable(),
  backupAt: z.number().nullable(),
});

const noteOf = (path: string): string => `${path}.recovery`;

/**
 * Says beside the store, before anything is replaced, what is about to be lost: where the power fails before the audit
 * trail has it, the next start finds a sound file and would never know.
 */
export function noteRecovery(disk: Disk, path: string, recovery: StoreRecovery): void {
  const unfinished = `${noteOf(path)}.new`;
  disk.write(unfinished, Buffer.from(JSON.stringify(recovery)));
  disk.rename(unfinished, noteOf(path));
  disk.syncFolder(dirname(path));
}

/** What an earlier start replaced and may not have reported; null where nothing waits. */
export function notedRecovery(disk: Disk, path: string): StoreRecovery | null {
  if (!disk.exists(noteOf(path))) return null;
  return noteShape.parse(JSON.parse(Buffer.from(disk.read(noteOf(path))).toString('utf8')));
}

/** The audit trail has it. A power cut right now makes the next start report it once more, never not at all. */
export function forgetRecovery(disk: Disk, path: string): void {
  disk.remove(noteOf(path));
  disk.syncFolder(dirname(path));
}
