import { copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Connection } from './connection.ts';
import { syncFolder } from './key-file.ts';

/** What was lost when a damaged file had to be replaced. */
export interface StoreRecovery {
  readonly reason: 'damaged' | 'missing';
  /** Where the damaged file was put; null where there was none. */
  readonly setAside: string | null;
  /** When the restored backup was made, milliseconds since the epoch; null: there was none, the store is empty. */
  readonly backupAt: number | null;
}

/**
 * Opens `path` where it is sound. A damaged file is set aside under a name with the time in it, never deleted, and
 * the last backup takes its place; a damaged backup is set aside as well and an empty store begins.
 */
export function openSound(
  path: string,
  backupPath: string,
  now: number,
): { connection: Connection; recovery: StoreRecovery | null } {
  const missing = !existsSync(path);
  if (missing && !existsSync(backupPath)) return { connection: new Connection(path), recovery: null };
  const connection = missing ? null : openIfSound(path);
  if (connection) return { connection, recovery: null };

  const setAside = missing ? null : putAside(path, now);
  const backupAt = restore(path, backupPath);
  const restored = openIfSound(path);
  const reason = missing ? 'missing' : 'damaged';
  if (restored) return { connection: restored, recovery: { reason, setAside, backupAt } };
  putAside(path, now + 1);
  return { connection: new Connection(path), recovery: { reason, setAside, backupAt: null } };
}

/** null where the file is damaged. Other trouble (no permission, disk gone) is thrown: the file may be sound. */
function openIfSound(path: string): Connection | null {
  let connection: Connection;
  try {
    connection = new Connection(path);
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

function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code === 'SQLITE_IOERR_SHORT_READ';
}

function putAside(path: string, now: number): string {
  const suffix = `damaged-${new Date(now).toISOString().replaceAll(/[:.]/g, '')}`;
  for (const part of ['', '-wal', '-shm']) {
    if (existsSync(path + part)) renameSync(path + part, `${path}.${suffix}${part}`);
  }
  syncFolder(dirname(path));
  return `${path}.${suffix}`;
}

function restore(path: string, backupPath: string): number | null {
  const status = statSync(backupPath, { throwIfNoEntry: false });
  if (!status) return null;
  // A log of the lost file must never be replayed into the backup.
  for (const part of ['-wal', '-shm']) rmSync(path + part, { force: true });
  copyFileSync(backupPath, `${path}.new`);
  renameSync(`${path}.new`, path);
  syncFolder(dirname(path));
  return status.mtimeMs;
}
