import { constants, type Dirent } from 'node:fs';
import { access, readdir, stat, statfs } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FoundStick } from '../../../../src/ports/maintenance/log-export.ts';

export interface StickPlaces {
  /** Where the desktop or udisks mounts what is plugged in: `/media/STICK`, `/run/media/USER/STICK`. */
  readonly roots: readonly string[];
  /** Development alone: a plain folder below a root stands for a stick. */
  readonly plainFolders: boolean;
}

/** A stick and the file system it was found as: pulled out, its empty folder belongs to another. */
export interface MountedStick extends FoundStick {
  readonly folder: string;
  readonly device: number;
}

/** Sticks that are mounted and may be written to, by name. What can't be looked at is none. */
export async function findSticks(places: StickPlaces): Promise<readonly MountedStick[]> {
  const found: MountedStick[] = [];
  for (const root of places.roots) {
    const rootDevice = await deviceOf(root);
    if (rootDevice === null) continue;
    const isStick = async (folder: string) =>
      places.plainFolders || ((await deviceOf(folder)) ?? rootDevice) !== rootDevice;
    for (const folder of await foldersIn(root)) {
      const candidates = (await isStick(folder)) ? [folder] : await mountedIn(folder, isStick);
      for (const candidate of candidates) {
        const stick = await stickAt(candidate);
        if (stick !== null) found.push(stick);
      }
    }
  }
  return found.toSorted((left, right) => left.name.localeCompare(right.name));
}

/** Still mounted as what it was found as. */
export const isStillThere = async ({ folder, device }: MountedStick): Promise<boolean> =>
  (await deviceOf(folder)) === device;

async function mountedIn(folder: string, isStick: (folder: string) => Promise<boolean>): Promise<string[]> {
  const mounted: string[] = [];
  for (const inner of await foldersIn(folder)) if (await isStick(inner)) mounted.push(inner);
  return mounted;
}

async function stickAt(folder: string): Promise<MountedStick | null> {
  try {
    await access(folder, constants.W_OK);
    const { bavail, bsize } = await statfs(folder);
    const { dev } = await stat(folder);
    return { id: folder.slice(-80), name: basename(folder), freeBytes: bavail * bsize, folder, device: dev };
  } catch (error) {
    return noneWhereRefused(error);
  }
}

async function deviceOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).dev;
  } catch (error) {
    return noneWhereRefused(error);
  }
}

async function foldersIn(path: string): Promise<string[]> {
  let entries: Dirent[];
  try {
    entries = await readdir(path, { withFileTypes: true });
  } catch (error) {
    noneWhereRefused(error);
    return [];
  }
  return entries.filter((entry) => entry.isDirectory()).map((entry) => join(path, entry.name));
}

/** Sticks come and go while they are looked at: whatever the disk says of one, it is not there. */
function noneWhereRefused(error: unknown): null {
  if (error instanceof Error && 'code' in error) return null;
  throw error;
}
