import type { TrustRoot } from '../../../src/contracts/configuration/keys.ts';
import type { KioskCertificate } from '../../../src/contracts/receipt-code.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import { checkCertificate } from '../../../src/receipt-code/check-receipt-code.ts';
import { readCertificate } from '../../../src/receipt-code/read-certificate.ts';
import type { Store } from '../store/open-store.ts';
import { verifyText } from './ed25519.ts';

export interface OwnCertificateParts {
  readonly store: Pick<Store, 'settings' | 'identity'>;
  readonly clock: Clock;
  /** null: this kiosk knows no root of trust. */
  readonly root: () => TrustRoot | null;
}

/** What the centre vouched for this kiosk with. It is public: every receipt carries it. */
export class OwnCertificate {
  readonly #parts: OwnCertificateParts;

  constructor(parts: OwnCertificateParts) {
    this.#parts = parts;
  }

  /** The one that counts now; null: none, or it is over, for another key, or no key of the root stands behind it. */
  current(): KioskCertificate | null {
    const { store, clock } = this.#parts;
    const text = store.settings.get('receipt-certificate');
    const certificate = text === null ? null : this.#sound(text);
    if (certificate === null) return null;
    const [, , from, until] = certificate;
    const now = clock.now() / 1_000;
    return from <= now && now <= until ? certificate : null;
  }

  /** Its last second; null where another is needed. */
  endsAt(): number | null {
    return this.current()?.[3] ?? null;
  }

  /** Keeps what the centre sent; what is not for this kiosk, or signed by nobody it knows, is left alone. */
  take(text: string): boolean {
    if (this.#sound(text) === null) return false;
    this.#parts.store.settings.set('receipt-certificate', text);
    return true;
  }

  #sound(text: string): KioskCertificate | null {
    const root = this.#parts.root();
    const read = readCertificate(text);
    if (root === null || !read.ok) return null;
    const { kioskId, publicKey } = this.#parts.store.identity.load();
    const [forKiosk, forKey] = read.value;
    if (forKiosk !== kioskId || forKey !== publicKey.x) return null;
    return checkCertificate(read.value, root, verifyText).ok ? read.value : null;
  }
}
