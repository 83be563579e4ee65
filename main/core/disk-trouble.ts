import { accessSync, constants, mkdirSync, statfsSync } from 'node:fs';

/** Why the disk under the store takes no writes. It comes right without a new start, so core waits for it. */
export type DiskTrouble = 'disk-full' | 'disk-not-writable';

/** With less than this left a request could stop half-way at its next row, bytes. */
export const LEAST_ROOM = 8 * 1024 * 1024;

const FULL = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL']);
const NOT_WRITABLE = new Set(['EROFS', 'EIO', 'EACCES', 'EPERM']);
const NOT_WRITABLE_FAMILIES = ['SQLITE_READONLY', 'SQLITE_IOERR', 'SQLITE_CANTOPEN', 'SQLITE_PERM'];

/** What the disk says when it is asked before anything is written; null: it takes writes and has room. */
export function diskTroubleAt(folder: string): DiskTrouble | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Also where the file system went read-only under us: the kernel says EROFS to everybody, root included.
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < LEAST_ROOM ? 'disk-full' : null;
  } catch (error) {
    const trouble = diskTroubleIn(error);
    if (trouble === null) throw error;
    return trouble;
  }
}

/** Which trouble of the disk an error tells of; null where it is something else. */
export function diskTroubleIn(error: unknown): DiskTrouble | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (FULL.has(code)) return 'disk-full';
  const family = NOT_WRITABLE_FAMILIES.some((one) => code.startsWith(one));
  return family || NOT_WRITABLE.has(code) ? 'disk-not-writable' : null;
}
