import type { ReceiptCodes } from '../../../src/ports/receipt-codes.ts';
import { checkReceiptCode } from '../../../src/receipt-code/check-receipt-code.ts';
import { receiptCodeText } from '../../../src/receipt-code/receipt-code-text.ts';
import { err } from '../../../src/result.ts';
import type { Store } from '../store/open-store.ts';
import { signText, verifyText } from './ed25519.ts';
import { OwnCertificate, type OwnCertificateParts } from './own-certificate.ts';

export interface ReceiptCodesParts extends OwnCertificateParts {
  readonly store: Pick<Store, 'settings' | 'identity' | 'configuration'>;
}

export interface KioskReceiptCodes extends ReceiptCodes {
  readonly certificate: OwnCertificate;
}

/** Signs the receipts of this kiosk and checks those of every other, with or without a link. */
export function createReceiptCodes(parts: ReceiptCodesParts): KioskReceiptCodes {
  const { store, clock, root } = parts;
  const certificate = new OwnCertificate(parts);
  return {
    certificate,
    codeOf({ reference, state, service }, pack) {
      const vouched = certificate.current();
      if (vouched === null) return reference;
      const { privateKey } = store.identity.load();
      const at = Math.floor(clock.now() / 1_000);
      const code = receiptCodeText([reference, state, service, at, pack], vouched, (text) =>
        signText(privateKey, text),
      );
      return code ?? reference;
    },
    canCheck: () => root() !== null,
    check(code) {
      const known = root();
      if (known === null) return err('certificate-unknown');
      return checkReceiptCode(code, {
        root: known,
        revokedKiosks: store.configuration.assignments.newest()?.revokedKiosks ?? [],
        now: clock.now(),
        verify: verifyText,
      });
    },
  };
}
