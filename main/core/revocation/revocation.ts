import type { Store } from '../store/open-store.ts';

export interface RevocationParts {
  readonly store: Pick<Store, 'settings' | 'configuration' | 'identity' | 'audit' | 'transaction'>;
  /** What the screen may offer has changed. */
  readonly changed: () => void;
}

/** Whether the centre still knows this kiosk. Kept on disk: a stolen kiosk stays closed without any link. */
export class Revocation {
  readonly #parts: RevocationParts;

  constructor(parts: RevocationParts) {
    this.#parts = parts;
  }

  /** True: nobody is served and nothing is sent. By the centre's answer, or by the newest word of the director. */
  get revoked(): boolean {
    const { settings, configuration, identity } = this.#parts.store;
    if (settings.get('revoked') === 'yes') return true;
    const revoked = configuration.assignments.newest()?.revokedKiosks ?? [];
    return revoked.length > 0 && revoked.includes(identity.load().kioskId ?? '');
  }

  /** The centre answered that it knows this kiosk no more: from now on, whatever happens to power and link. */
  refused(): void {
    const { store, changed } = this.#parts;
    if (store.settings.get('revoked') === 'yes') return;
    const isNews = !this.revoked;
    store.transaction(() => {
      store.settings.set('revoked', 'yes');
      if (isNews) store.audit.record('kiosk-revoked', {});
    });
    changed();
  }

  /** The centre let this kiosk in, which it does with none that it revoked. */
  letIn(): void {
    const { store, changed } = this.#parts;
    if (store.settings.get('revoked') !== 'yes') return;
    store.settings.set('revoked', 'no');
    changed();
  }
}
