import { certificateText } from '../../src/configuration/certificate-text.ts';
import { CERTIFICATE_RENEWED_BEFORE_SECONDS } from '../../src/contracts/configuration/poll.ts';
import type { KioskCertificate } from '../../src/contracts/receipt-code.ts';
import type { CentreKey } from './centre-keys.ts';

const DAY_SECONDS = 24 * 60 * 60;
/** A receipt is shown for a year; the kiosk is given a new certificate before this one ends. */
const CERTIFICATE_LIFE_SECONDS = 400 * DAY_SECONDS;
/** A kiosk's clock may be behind ours: what it signs at once must not lie before its certificate. */
const CLOCKS_APART_SECONDS = DAY_SECONDS;

/** Whether a kiosk whose certificate has this last second (null: none) needs a new one. Seconds since the epoch. */
export const needsCertificate = (endsAt: number | null, now: number): boolean =>
  endsAt === null || endsAt - now < CERTIFICATE_RENEWED_BEFORE_SECONDS;

/**
 * Vouches for a kiosk's Ed25519 key (`x`): the certificate as it stands in a receipt's code, base64url of its JSON. It
 * is not kept: with the same key and the same day it says the same, and what ends it early is the list of revoked kiosks.
 */
export function issueCertificate(
  certificates: CentreKey,
  kioskId: string,
  publicKey: string,
  now: number,
): string {
  const from = Math.floor(now) - CLOCKS_APART_SECONDS;
  const until = Math.floor(now) + CERTIFICATE_LIFE_SECONDS;
  const signature = certificates.sign(certificateText([kioskId, publicKey, from, until]));
  const certificate: KioskCertificate = [
    kioskId,
    publicKey,
    from,
    until,
    certificates.publicKey.kid,
    signature,
  ];
  return Buffer.from(JSON.stringify(certificate)).toString('base64url');
}
