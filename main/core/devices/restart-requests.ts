import type { SettingsStore } from '../store/settings-store.ts';

/**
 * A device may ask for a restart of the core once; it may ask again only after it was online. Kept in the store:
 * otherwise a device that is simply gone would restart the core for ever.
 */
export class RestartRequests {
  readonly #settings: SettingsStore;
  readonly #restart: (device: string) => void;

  /** `restart` ends the core as soon as no resident is in the middle of something. */
  constructor(settings: SettingsStore, restart: (device: string) => void) {
    this.#settings = settings;
    this.#restart = restart;
  }

  ask(device: string): void {
    const asked = this.#asked();
    if (asked.has(device)) return;
    this.#keep(asked.add(device));
    this.#restart(device);
  }

  wasOnline(device: string): void {
    const asked = this.#asked();
    if (asked.delete(device)) this.#keep(asked);
  }

  #asked(): Set<string> {
    return new Set((this.#settings.get('restart-asked-for') ?? '').split(' ').filter(Boolean));
  }

  #keep(devices: Set<string>): void {
    this.#settings.set('restart-asked-for', [...devices].join(' '));
  }
}
