import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadStoreKey } from '../core/store/key-file.ts';
import { seededEntropy } from '../core/virtual-clock.ts';
import { sealedByShell } from '../supervisor/sealed-by-shell.ts';
import { loadSealingKey } from './sealing-key.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yikatong-sealing-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The operating system's key store, as far as a test needs one: it turns bytes round. */
const keyStore = (backend: string): SafeStorage =>
  ({
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => backend,
    encryptString: (plain: string) => Buffer.from(plain).map((byte) => byte ^ 0xff),
    decryptString: (sealed: Buffer) => Buffer.from(sealed.map((byte) => byte ^ 0xff)).toString(),
  }) as unknown as SafeStorage;

describe('the sealing key', () => {
  it('is made once, sealed, and for its owner only', () => {
    const first = loadSealingKey(folder, keyStore('gnome_libsecret'), seededEntropy(1));
    const second = loadSealingKey(folder, keyStore('gnome_libsecret'), seededEntropy(2));
    expect(first).toMatchObject({ ok: true, value: expect.any(Uint8Array) });
    expect(second).toEqual(first);
    const path = join(folder, 'sealing.key');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const clear = first.ok && first.value ? Buffer.from(first.value).toString('hex') : 'none';
    expect(readFileSync(path, 'latin1')).not.toContain(clear);
  });

  it('is none where the key store is one by name only', () => {
    expect(loadSealingKey(folder, keyStore('basic_text'), seededEntropy(1))).toEqual({
      ok: true,
      value: null,
    });
  });

  it('is not done without in silence once it has been used', () => {
    loadSealingKey(folder, keyStore('gnome_libsecret'), seededEntropy(1));
    expect(loadSealingKey(folder, keyStore('basic_text'), seededEntropy(1))).toMatchObject({
      ok: false,
      error: { code: 'seal-unavailable' },
    });
  });

  it('is not made anew beside a key file that an older one sealed', () => {
    writeFileSync(join(folder, 'store.key'), 'sealed');
    expect(loadSealingKey(folder, keyStore('kwallet6'), seededEntropy(1))).toMatchObject({
      ok: false,
      error: { code: 'key-missing' },
    });
  });
});

describe('what core seals with it', () => {
  const key = seededEntropy(3).bytes(32);

  it("INV-6 is the store's key file, unreadable without it", () => {
    const options = { path: join(folder, 'store.key'), entropy: seededEntropy(4), mayCreate: true };
    const safeStorage = sealedByShell(key, seededEntropy(5));
    const made = loadStoreKey({ ...options, safeStorage });
    expect(loadStoreKey({ ...options, safeStorage })).toEqual(made);
    expect(loadStoreKey(options)).toMatchObject({ ok: false, error: { code: 'key-file-broken' } });
  });

  it('does not open with another key, nor when a byte has changed', () => {
    const sealed = sealedByShell(key, seededEntropy(5)).encryptString('secret');
    const other = sealedByShell(seededEntropy(6).bytes(32), seededEntropy(5));
    expect(() => other.decryptString(sealed)).toThrow();
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = sealed.map((byte, index) => (index === at ? byte ^ 1 : byte));
      expect(() => sealedByShell(key, seededEntropy(5)).decryptString(changed)).toThrow();
    }
  });
});
