import { StoreRefused } from './connection.ts';
import type { PayloadCipher } from './payload-cipher.ts';
import type { SettingsStore } from './settings-store.ts';

/** The store was written under this key; a new one takes it. */
export function checkKey(settings: SettingsStore, cipher: PayloadCipher): void {
  const held = settings.get('key-id');
  if (held !== null && held !== cipher.keyId) {
    throw new StoreRefused(
      'wrong-key',
      `the store was written under key ${held}, the key file holds ${cipher.keyId}: bring the right key file back`,
    );
  }
  if (held === null) settings.set('key-id', cipher.keyId);
}

/**
 * The store was written on this machine: two kiosks that go on from one store would be one kiosk to the centre and
 * send each other's requests. Kept as a keyed hash. Null: the machine has no name, so nothing is bound or checked.
 */
export function checkMachine(settings: SettingsStore, cipher: PayloadCipher, machineId: string | null): void {
  if (machineId === null) return;
  const here = cipher.keyedHash('machine', machineId).toString('hex');
  const held = settings.get('machine');
  if (held !== null && held !== here) {
    throw new StoreRefused(
      'other-machine',
      'the store belongs to another machine: take this copy away and enrol this kiosk anew, or bring the disk back to its machine',
    );
  }
  if (held === null) settings.set('machine', here);
}
