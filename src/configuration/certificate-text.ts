import type { KioskCertificate } from '../contracts/receipt-code.ts';

/** What a kiosk's certificate says before it is signed: kiosk id, its key, first and last second it counts. */
export type CertificateClaim = readonly [
  kioskId: KioskCertificate[0],
  key: KioskCertificate[1],
  from: KioskCertificate[2],
  until: KioskCertificate[3],
];

/** The text that the centre's signature of a certificate is over. */
export const certificateText = ([kioskId, key, from, until]: CertificateClaim): string =>
  JSON.stringify(['yikatong-certificate', kioskId, key, from, until]);
