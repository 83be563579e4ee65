import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** As a power cut leaves it: file, log and key, and not the memory both were shared through. */
const LEFT = ['store.db', 'store.db-wal', 'store.key'] as const;

/** Copies a store that may still be open: what is committed is in these files. */
export function copyStore(from: string, to: string): void {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const name of LEFT) if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name));
}
