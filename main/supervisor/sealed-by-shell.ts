import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Entropy } from '../../src/ports/clock.ts';
import type { SafeStorage } from '../core/store/key-file.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * What core gives `openStore` as its `safeStorage` when the shell has sent a `sealing-key`: AES-256-GCM under that
 * key. Laid out as nonce, tag, ciphertext. Opening throws when the key is another one or the file was changed.
 */
export function sealedByShell(key: Uint8Array, entropy: Entropy): SafeStorage {
  return {
    isEncryptionAvailable: () => true,
    encryptString(plain) {
      const nonce = entropy.bytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    decryptString(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const opened = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([opened, decipher.final()]).toString('utf8');
    },
  };
}
