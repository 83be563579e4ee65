import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entropy } from '../src/ports/clock.ts';

const SERVICE_KEY_BYTES = 32;

/** Where the service keeps its database and, beside it, the key that is never inside it. */
export interface DataDirectory {
  readonly databasePath: string;
  readonly serviceKey: Uint8Array;
}

/** Opens the folder, or makes it with a fresh key; both are the service account's alone. */
export function openDataDirectory(directory: string, entropy: Entropy): DataDirectory {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const keyFile = join(directory, 'service.key');
  try {
    writeFileSync(keyFile, entropy.bytes(SERVICE_KEY_BYTES), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const serviceKey = readFileSync(keyFile);
  if (serviceKey.length !== SERVICE_KEY_BYTES) {
    throw new Error(`${keyFile} is damaged: restore it from a backup, PINs cannot be checked without it.`);
  }
  return { databasePath: join(directory, 'central.sqlite'), serviceKey };
}
