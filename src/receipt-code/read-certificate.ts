import { base64url } from 'jose';
import { type KioskCertificate, kioskCertificate } from '../contracts/receipt-code.ts';
import { err, ok, type Result } from '../result.ts';

/** A certificate as the centre sends it: base64url of its JSON. Nothing in it is known to be true yet. */
export function readCertificate(text: string): Result<KioskCertificate, 'damaged'> {
  try {
    const read = kioskCertificate.safeParse(JSON.parse(new TextDecoder().decode(base64url.decode(text))));
    return read.success ? ok(read.data) : err('damaged');
  } catch {
    // No base64url, no JSON: whichever it is, it is no certificate.
    return err('damaged');
  }
}
