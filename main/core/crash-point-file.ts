import { rmSync } from 'node:fs';
import { readTextFile } from './core-config.ts';
import { type CrashPoint, crashAt, crashPointNamed } from './crash-points.ts';

/**
 * Development alone: kills core at the crash point named in a file, once. The file goes first, so that the next
 * core lives.
 */
export const crashPointFromFile =
  (path: string): CrashPoint =>
  (name) => {
    if (crashPointNamed(readTextFile(path)?.trim()) !== name) return;
    rmSync(path, { force: true });
    crashAt(name)(name);
  };
