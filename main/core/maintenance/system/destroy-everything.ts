import { join } from 'node:path';
import { LOG_FOLDER } from '../../log-file.ts';
import { type DecommissionMarker, writeMarker } from './decommission-marker.ts';
import type { Shredder } from './shredder.ts';

/** The store's key, and under Electron the key it is sealed with: without them nobody can read the store. */
const KEYS = ['store.key', 'sealing.key'];

/**
 * Destroys the keys, then the store with its log and backups and whatever was set aside, then the logs; answers the
 * marker with a digest of each. May be stopped by a power cut anywhere and called again: what is noted keeps its digest,
 * what is still there is destroyed.
 */
export function destroyEverything(
  folder: string,
  begun: DecommissionMarker,
  shredder: Shredder,
  now: number,
): DecommissionMarker {
  let marker = begun;
  for (const file of filesOf(folder, shredder)) {
    const path = join(folder, file);
    if (!marker.destroyed.some((one) => one.file === file)) {
      const entry = { file, bytes: shredder.bytes(path), digest: shredder.digest(path) };
      marker = { ...marker, destroyed: [...marker.destroyed, entry] };
      writeMarker(folder, marker);
    }
    shredder.overwrite(path);
    shredder.remove(path);
  }
  if (shredder.names(folder).includes(LOG_FOLDER)) shredder.removeFolder(join(folder, LOG_FOLDER));
  if (marker.destroyedAt !== null) return marker;
  marker = { ...marker, destroyedAt: now };
  writeMarker(folder, marker);
  return marker;
}

/** Keys first. Only what the kiosk itself put there: the folder may hold more. */
function filesOf(folder: string, shredder: Shredder): string[] {
  const own = shredder
    .names(folder)
    .filter((name) => /^(store\.|sealing\.key|network-before\.json)/.test(name))
    .filter((name) => !shredder.isFolder(join(folder, name)));
  const keys = KEYS.flatMap((key) => own.filter((name) => name.startsWith(key)));
  const logs = shredder.names(join(folder, LOG_FOLDER)).map((name) => join(LOG_FOLDER, name));
  return [...keys, ...own.filter((name) => !keys.includes(name)).toSorted(), ...logs.toSorted()];
}
