import { dirname } from 'node:path';
import type { z } from 'zod';
import { systemDisk } from '../../store/system-disk.ts';

/** Puts a small JSON file on disk, whole or not at all; it survives a power cut when this returns. */
export function writeNote(path: string, content: object): void {
  const unfinished = `${path}.new`;
  systemDisk.write(unfinished, Buffer.from(`${JSON.stringify(content)}\n`));
  systemDisk.rename(unfinished, path);
  systemDisk.syncFolder(dirname(path));
}

/** null where there is none. Throws where it is not what was written: somebody else's hand. */
export const readNote = <T>(path: string, shape: z.ZodType<T>): T | null =>
  systemDisk.exists(path)
    ? shape.parse(JSON.parse(Buffer.from(systemDisk.read(path)).toString('utf8')))
    : null;

/** It is gone for good when this returns. */
export function removeNote(path: string): void {
  systemDisk.remove(path);
  systemDisk.syncFolder(dirname(path));
}
