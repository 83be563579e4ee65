import { createHash } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportTrouble } from '../../../../src/ports/maintenance/log-export.ts';
import { err, ok, type Result } from '../../../../src/result.ts';
import { isStillThere, type MountedStick } from './sticks.ts';

/** Why a file is not on a stick. */
export type StickTrouble = Exclude<ExportTrouble, 'no-export-key'>;

export interface WrittenFile {
  readonly file: string;
  readonly bytes: number;
  /** SHA-256, hex, of what was read back from the stick. */
  readonly digest: string;
}

const TROUBLES: Readonly<Record<string, StickTrouble>> = {
  ENOSPC: 'stick-full',
  EDQUOT: 'stick-full',
  EFBIG: 'stick-full',
  EROFS: 'stick-read-only',
  EACCES: 'stick-read-only',
  EPERM: 'stick-read-only',
  ENOENT: 'stick-gone',
  ENODEV: 'stick-gone',
  ENXIO: 'stick-gone',
};
/** FAT and exFAT have folders that can't be synced; the file itself was. */
const FOLDER_NEVER_SYNCS = new Set(['EINVAL', 'ENOTSUP']);

/**
 * Puts a whole file on a stick or none: written under a name that nobody takes for done, synced, renamed, read back
 * and compared. A stick that was pulled out meanwhile is seen by its file system, for its folder stays behind.
 */
export async function writeOnStick(
  stick: MountedStick,
  file: string,
  content: Uint8Array,
): Promise<Result<WrittenFile, StickTrouble>> {
  const path = join(stick.folder, file);
  const unfinished = `${path}.unfinished`;
  try {
    if (!(await isStillThere(stick))) return err('stick-gone');
    await writeSynced(unfinished, content);
    await rename(unfinished, path);
    await syncFolder(stick.folder);
    if (!(await isStillThere(stick))) {
      await removeQuietly(path);
      return err('stick-gone');
    }
    const digest = sha256(await readFile(path));
    if (digest === sha256(content)) return ok({ file, bytes: content.length, digest });
    await rm(path, { force: true });
    return err('not-the-same');
  } catch (error) {
    const code = codeOf(error);
    await removeQuietly(unfinished);
    return err(TROUBLES[code] ?? 'stick-broken');
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function writeSynced(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } catch (error) {
    if (!FOLDER_NEVER_SYNCS.has(codeOf(error))) throw error;
  } finally {
    await folder.close();
  }
}

/** A stick that refuses this too is gone or broken, which the caller says already. */
async function removeQuietly(path: string): Promise<void> {
  try {
    await rm(path, { force: true });
  } catch (error) {
    codeOf(error);
  }
}

/** The disk's word for a trouble; anything else is a programming error. */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  throw error;
}
