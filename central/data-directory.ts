import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { type ExportKey, exportKey } from '../src/contracts/central/export-key.ts';
import type { Entropy } from '../src/ports/clock.ts';
import { type CentreKeys, openCentreKeys } from './director/centre-keys.ts';
import { writeOnce } from './write-once.ts';

const SERVICE_KEY_BYTES = 32;

/** Private half of the export key: what kiosks' sticks bring can be read with it, and with nothing else. */
const privateExportKey = exportKey.extend({ d: exportKey.shape.x });
export type PrivateExportKey = z.infer<typeof privateExportKey>;

/** Where the service keeps its database and, beside it, the keys that are never inside it. */
export interface DataDirectory {
  readonly databasePath: string;
  readonly serviceKey: Uint8Array;
  readonly exportKey: ExportKey;
  readonly centreKeys: CentreKeys;
}

/** Opens the folder, or makes it with a fresh key; both are the service account's alone. */
export function openDataDirectory(directory: string, entropy: Entropy): DataDirectory {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const keyFile = join(directory, 'service.key');
  writeOnce(keyFile, entropy.bytes(SERVICE_KEY_BYTES));
  const serviceKey = readFileSync(keyFile);
  if (serviceKey.length !== SERVICE_KEY_BYTES) {
    throw new Error(`${keyFile} is damaged: restore it from a backup, PINs cannot be checked without it.`);
  }
  const { d: _private, ...publicKey } = openExportKey(directory);
  return {
    databasePath: join(directory, 'central.sqlite'),
    serviceKey,
    exportKey: publicKey,
    centreKeys: openCentreKeys(directory),
  };
}

/** Reads the export key of a data directory, or makes it. */
export function openExportKey(directory: string): PrivateExportKey {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writeOnce(
    exportKeyFile(directory),
    Buffer.from(`${JSON.stringify(privateKey.export({ format: 'jwk' }))}\n`),
  );
  return readExportKey(directory);
}

/** Throws where there is none: one that was made now could open nothing. */
export function readExportKey(directory: string): PrivateExportKey {
  const keyFile = exportKeyFile(directory);
  const key = privateExportKey.safeParse(JSON.parse(readFileSync(keyFile, 'utf8')));
  if (!key.success) {
    throw new Error(`${keyFile} is damaged: restore it from a backup, exports cannot be opened without it.`);
  }
  return key.data;
}

const exportKeyFile = (directory: string): string => join(directory, 'export.key.json');
