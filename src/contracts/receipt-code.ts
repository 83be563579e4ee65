import { z } from 'zod';
import { RECEIPT_STATES } from '../receipt/receipt-state.ts';
import { serviceId } from './service.ts';

/**
 * The QR code of an honest receipt: `YKT1`, the fields of `receiptClaim`, those of `kioskCertificate` and a signature,
 * thirteen parts in this order with dots between them. Plain text: a telephone that scans it shows the reference, and
 * it stays small enough for 58 mm paper. The signature is the kiosk's, Ed25519 in base64url, over the text before the
 * last dot. Any kiosk and the console check it without a link: root → key of `certificates` → kiosk's key → receipt.
 */
export const RECEIPT_CODE_PREFIX = 'YKT1';

/** Longest code anything reads, characters; one is 400. */
export const LONGEST_RECEIPT_CODE = 512;

/** What the paper said, without anybody's name: reference, state, service, seconds since the epoch, pack and version. */
export const receiptClaim = z.tuple([
  z.string().min(8).max(20),
  z.enum(RECEIPT_STATES),
  serviceId,
  z.number().int().nonnegative(),
  z.string().max(60),
]);
export type ReceiptClaim = z.infer<typeof receiptClaim>;

/** Kiosk id, its Ed25519 key (`x`), first and last second it counts, kid of the signing key, signature over the four before. */
export const kioskCertificate = z.tuple([
  z.string().min(1).max(80),
  z.string().length(43),
  z.number().int().nonnegative(),
  z.number().int().nonnegative(),
  z.string().length(43),
  z.string().length(86),
]);
export type KioskCertificate = z.infer<typeof kioskCertificate>;

/** Why a code counts for nothing; `receipt-unknown` only where the centre was asked. */
export const RECEIPT_CODE_FAULTS = [
  'no-receipt-code',
  'damaged',
  'certificate-unknown',
  'certificate-over',
  'kiosk-revoked',
  'signature-wrong',
] as const;
export type ReceiptCodeFault = (typeof RECEIPT_CODE_FAULTS)[number];

/** POST /v1/receipt-checks: where the request of a receipt stands now. Only codes and days, nobody's name. */
export const receiptCheckRequest = z.strictObject({ reference: z.string().min(8).max(20) });
export const receiptCheckAnswer = z.strictObject({
  known: z.boolean(),
  /** Every operation of the request that the centre has, oldest first. */
  steps: z
    .array(
      z.strictObject({
        kind: z.string().max(40),
        state: z.string().max(40),
        code: z.string().max(80).nullable(),
        at: z.iso.datetime(),
      }),
    )
    .max(50),
});
export type ReceiptCheckAnswer = z.infer<typeof receiptCheckAnswer>;
