import { dirname } from 'node:path';
import { Connection } from './connection.ts';
import type { Database, Disk, Row } from './disk.ts';
import { notedRecovery, noteRecovery } from './recovery-note.ts';

/** What was lost when a damaged file had to be replaced. */
export interface StoreRecovery {
  /** `log-missing`: the file is sound and older than its own backup, so its write-ahead log is gone. */
  readonly reason: 'damaged' | 'missing' | 'log-missing';
  /** Where the damaged file was put; null where there was none. */
  readonly setAside: string | null;
  /** When the restored backup was made, milliseconds since the epoch; null: there was none, the store is empty. */
  readonly backupAt: number | null;
}

/**
 * Opens `path` where it is sound. A damaged file is set aside under a name with the time in it, never deleted, and
 * the last backup takes its place; a damaged backup is set aside as well and an empty store begins. Until
 * `forgetRecovery` every start tells of it.
 */
export function openSound(
  disk: Disk,
  path: string,
  backupPath: string,
  now: number,
): { connection: Connection; recovery: StoreRecovery | null } {
  const missing = !disk.exists(path);
  const noted = notedRecovery(disk, path);
  if (missing && !noted && !disk.exists(backupPath)) {
    return { connection: new Connection(disk, path), recovery: null };
  }
  const connection = missing ? null : openIfSound(disk, path);
  const goneBack = connection !== null && isOlderThan(disk, connection, backupPath);
  if (connection && !goneBack) return { connection, recovery: noted };
  connection?.close();

  const setAside = missing ? null : asideName(path, now);
  const recovery: StoreRecovery = {
    ...(noted ?? { reason: missing ? 'missing' : goneBack ? 'log-missing' : 'damaged', setAside }),
    backupAt: disk.modifiedAt(backupPath),
  };
  noteRecovery(disk, path, recovery);
  if (setAside) putAside(disk, path, setAside);
  if (recovery.backupAt !== null) restore(disk, path, backupPath);
  const restored = openIfSound(disk, path);
  if (restored) return { connection: restored, recovery };
  const withoutBackup = { ...recovery, backupAt: null };
  noteRecovery(disk, path, withoutBackup);
  putAside(disk, path, asideName(path, now + 1));
  return { connection: new Connection(disk, path), recovery: withoutBackup };
}

/** null where the file is damaged. Other trouble (no permission, disk gone) is thrown: the file may be sound. */
function openIfSound(disk: Disk, path: string): Connection | null {
  let connection: Connection;
  try {
    connection = new Connection(disk, path);
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
  try {
    if (connection.quickCheck().length === 0) return connection;
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  connection.close();
  return null;
}

/** Whether the backup knows of later events than the store it was made of; false where it can't be read. */
function isOlderThan(disk: Disk, store: Connection, backupPath: string): boolean {
  if (!disk.exists(backupPath)) return false;
  let backup: Database | null = null;
  try {
    backup = disk.openDatabase(backupPath, 0);
    const kept = backup;
    return lastEvent((sql) => kept.prepare(sql).get({})) > lastEvent((sql) => store.get(sql));
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  } finally {
    backup?.close();
  }
}

/** Number of the last audit event; 0 where there is no trail, as in a file whose whole content was in its log. */
function lastEvent(get: (sql: string) => Row | undefined): number {
  const there = get("SELECT 1 AS there FROM sqlite_schema WHERE name = 'audit'");
  return there ? Number(get('SELECT MAX(sequence) AS last FROM audit')?.last ?? 0) : 0;
}

function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code === 'SQLITE_IOERR_SHORT_READ';
}

function asideName(path: string, now: number): string {
  return `${path}.damaged-${new Date(now).toISOString().replaceAll(/[:.]/g, '')}`;
}

function putAside(disk: Disk, path: string, aside: string): void {
  for (const part of ['', '-wal', '-shm']) {
    if (disk.exists(path + part)) disk.rename(path + part, aside + part);
  }
  disk.syncFolder(dirname(path));
}

function restore(disk: Disk, path: string, backupPath: string): void {
  // A log of the lost file must never be replayed into the backup, whichever of the two names a power cut keeps.
  for (const part of ['-wal', '-shm']) disk.remove(path + part);
  disk.syncFolder(dirname(path));
  const unfinished = `${path}.new`;
  disk.copy(backupPath, unfinished);
  disk.syncFile(unfinished);
  disk.rename(unfinished, path);
  disk.syncFolder(dirname(path));
}
