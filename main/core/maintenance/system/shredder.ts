import { createHash, randomFillSync } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

const CHUNK = 1_000_000;

/** What destroying needs of a disk. Each is done for good when it returns. */
export interface Shredder {
  /** Names in a folder; none where there is no such folder. */
  names(folder: string): readonly string[];
  isFolder(path: string): boolean;
  bytes(path: string): number;
  /** SHA-256, hex. */
  digest(path: string): string;
  /** With random bytes over its whole length. */
  overwrite(path: string): void;
  remove(path: string): void;
  removeFolder(path: string): void;
}

/**
 * The machine's own disk. On an SSD, bytes written over a file may land beside the old ones: what makes the store
 * unreadable for good is that its key is gone (`store.key` is destroyed first); the rest is thoroughness.
 */
export const systemShredder: Shredder = {
  names: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
  isFolder: (path) => statSync(path).isDirectory(),
  bytes: (path) => statSync(path).size,
  digest(path) {
    const hash = createHash('sha256');
    const chunk = Buffer.alloc(CHUNK);
    const file = openSync(path, 'r');
    try {
      for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk))
        hash.update(chunk.subarray(0, read));
    } finally {
      closeSync(file);
    }
    return hash.digest('hex');
  },
  overwrite(path) {
    const size = statSync(path).size;
    const file = openSync(path, 'r+');
    try {
      for (let at = 0; at < size; at += CHUNK)
        writeSync(file, randomFillSync(Buffer.alloc(Math.min(CHUNK, size - at))), 0, undefined, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  },
  remove(path) {
    rmSync(path, { force: true });
    syncFolder(dirname(path));
  },
  removeFolder(path) {
    rmdirSync(path);
    syncFolder(dirname(path));
  },
};

function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
