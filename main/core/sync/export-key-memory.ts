import { type ExportKey, exportKey } from '../../../src/contracts/central/export-key.ts';
import type { SettingsStore } from '../store/settings-store.ts';

/**
 * The centre's public key for what leaves on a stick. Told while the centre is reached, kept for when it is not: a
 * kiosk whose link is down is the one whose logs are wanted.
 */
export class ExportKeyMemory {
  readonly #settings: Pick<SettingsStore, 'get' | 'set'>;

  constructor(settings: Pick<SettingsStore, 'get' | 'set'>) {
    this.#settings = settings;
  }

  heard(told: ExportKey | null | undefined): void {
    if (!told) return;
    const text = JSON.stringify(told);
    if (text !== this.#settings.get('export-key')) this.#settings.set('export-key', text);
  }

  /** null: never told. */
  known(): ExportKey | null {
    const text = this.#settings.get('export-key');
    return text === null ? null : exportKey.parse(JSON.parse(text));
  }
}
