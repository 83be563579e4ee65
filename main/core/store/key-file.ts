import { dirname } from 'node:path';
import type { Entropy } from '../../../src/ports/clock.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import type { Disk } from './disk.ts';
import { systemDisk } from './system-disk.ts';

const KEY_BYTES = 32;

export interface KeyTrouble {
  readonly code: 'key-file-open-to-others' | 'key-file-broken' | 'key-missing' | 'seal-unavailable';
  readonly message: string;
}

/** Electron's `safeStorage`, as far as the key needs it. The shell passes it in; core never imports Electron. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean;
  encryptString(plain: string): Uint8Array;
  decryptString(sealed: Uint8Array): string;
}

export interface KeyFileOptions {
  readonly path: string;
  readonly entropy: Entropy;
  /** False where a store exists already: a new key could never open it, so none is made. */
  readonly mayCreate: boolean;
  /** Seals the key file under the operating system's key store; without it the file is plain, root-only. */
  readonly safeStorage?: SafeStorage;
  /** The machine's own where absent. */
  readonly disk?: Disk;
}

/**
 * The store's master key, kept outside the store. Made on the first start; refused when anybody but its owner may
 * read it (mode must be 0600 or stricter).
 */
export function loadStoreKey(options: KeyFileOptions): Result<Uint8Array, KeyTrouble> {
  const { path, safeStorage, disk = systemDisk } = options;
  if (safeStorage && !safeStorage.isEncryptionAvailable()) {
    return err({ code: 'seal-unavailable', message: "the operating system's key store is locked or absent" });
  }
  const mode = disk.mode(path);
  if (mode === null) {
    if (options.mayCreate) return ok(createKeyFile(options));
    return err({
      code: 'key-missing',
      message: `${path} is gone but the store is there: bring the key file back, the store cannot be read without it`,
    });
  }
  if ((mode & 0o077) !== 0) {
    const bits = mode.toString(8).padStart(4, '0');
    return err({
      code: 'key-file-open-to-others',
      message: `${path} has mode ${bits}: others may read the key; run chmod 0600 on it`,
    });
  }
  const content = disk.read(path);
  const text = safeStorage ? safeStorage.decryptString(content) : Buffer.from(content).toString('latin1');
  if (!/^[0-9a-f]{64}\s*$/.test(text)) {
    return err({ code: 'key-file-broken', message: `${path} does not hold a key of ${KEY_BYTES} bytes` });
  }
  return ok(new Uint8Array(Buffer.from(text.trim(), 'hex')));
}

function createKeyFile({ path, entropy, safeStorage, disk = systemDisk }: KeyFileOptions): Uint8Array {
  const key = entropy.bytes(KEY_BYTES);
  const text = Buffer.from(key).toString('hex');
  const content = safeStorage ? safeStorage.encryptString(text) : Buffer.from(text);
  // Written whole under another name first: a power cut must not leave half a key.
  const unfinished = `${path}.new`;
  disk.write(unfinished, content);
  disk.rename(unfinished, path);
  disk.syncFolder(dirname(path));
  return key;
}
