import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SafeStorage as ElectronSafeStorage } from 'electron';
import type { Entropy } from '../../src/ports/clock.ts';
import { ok, type Result } from '../../src/result.ts';
import { type KeyTrouble, loadStoreKey } from '../core/store/key-file.ts';

/**
 * The key that core seals the store's key file with, itself sealed by the operating system's key store. Null where
 * there is none: Electron's `basic_text` back end hides the key under a password that is in its source, which is
 * less than the owner-only file core then uses by itself.
 */
export function loadSealingKey(
  folder: string,
  safeStorage: ElectronSafeStorage,
  entropy: Entropy,
): Result<Uint8Array | null, KeyTrouble> {
  const path = join(folder, 'sealing.key');
  const real =
    safeStorage.isEncryptionAvailable() &&
    (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text');
  // A kiosk that once sealed its key must not fall back in silence: loading it then fails and says why.
  if (!real && !existsSync(path)) return ok(null);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return loadStoreKey({
    path,
    entropy,
    mayCreate: !existsSync(join(folder, 'store.key')),
    safeStorage: {
      isEncryptionAvailable: () => real,
      encryptString: (plain) => safeStorage.encryptString(plain),
      decryptString: (sealed) => safeStorage.decryptString(Buffer.from(sealed)),
    },
  });
}
