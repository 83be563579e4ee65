import {
  type KioskCertificate,
  kioskCertificate,
  LONGEST_RECEIPT_CODE,
  RECEIPT_CODE_PREFIX,
  type ReceiptClaim,
  receiptClaim,
} from '../contracts/receipt-code.ts';
import { parseReceiptReference } from '../receipt/receipt-reference.ts';
import { err, ok, type Result } from '../result.ts';

/** A code taken apart; nothing in it is known to be true yet. */
export interface ReceiptCode {
  readonly claim: ReceiptClaim;
  readonly certificate: KioskCertificate;
  /** What the kiosk's signature is over. */
  readonly signed: string;
  readonly signature: string;
}

const DOT = '.';
/** Prefix, claim, certificate, signature. */
const PARTS = 13;
/** Seconds since the epoch, as they are written once and no other way. */
const SECONDS = /^(0|[1-9]\d{0,10})$/;
/** Ids and packs: printable ASCII without the dot, which a QR code carries in bytes and a scanner passes on unchanged. */
const PLAIN = /^[\x20-\x2d\x2f-\x7e]+$/;
/** 64 bytes in base64url: the four bits that nothing is in must be zero, or two texts would say the same. */
const SIGNATURE = /^[A-Za-z0-9_-]{85}[AQgw]$/;
/** 32 bytes in base64url, likewise. */
const KEY = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/**
 * The code of a receipt; `sign` gives the kiosk's Ed25519 signature over a text, base64url. null where a field holds
 * what a code cannot carry: the paper then has the bare reference.
 */
export function receiptCodeText(
  claim: ReceiptClaim,
  certificate: KioskCertificate,
  sign: (text: string) => string,
): string | null {
  const signed = [RECEIPT_CODE_PREFIX, ...claim, ...certificate].join(DOT);
  const code = `${signed}${DOT}${sign(signed)}`;
  return parseReceiptCode(code).ok ? code : null;
}

/** Takes a code apart. `no-receipt-code`: something else was scanned. `damaged`: it begins like one and is none. */
export function parseReceiptCode(text: string): Result<ReceiptCode, 'no-receipt-code' | 'damaged'> {
  if (!text.startsWith(`${RECEIPT_CODE_PREFIX}${DOT}`)) return err('no-receipt-code');
  if (text.length > LONGEST_RECEIPT_CODE) return err('damaged');
  const parts = text.split(DOT);
  if (parts.length !== PARTS || !parts.every((part) => PLAIN.test(part))) return err('damaged');
  const [, reference = '', state, service, at = '', pack, kioskId, key = '', from = '', until = ''] = parts;
  const [kid = '', vouched = '', signature = ''] = parts.slice(10);
  const read = parseReceiptReference(reference);
  const wellFormed =
    read.ok &&
    read.value === reference &&
    [at, from, until].every((seconds) => SECONDS.test(seconds)) &&
    [key, kid].every((bytes) => KEY.test(bytes)) &&
    [vouched, signature].every((bytes) => SIGNATURE.test(bytes));
  if (!wellFormed) return err('damaged');
  const claim = receiptClaim.safeParse([reference, state, service, Number(at), pack]);
  const certificate = kioskCertificate.safeParse([kioskId, key, Number(from), Number(until), kid, vouched]);
  if (!claim.success || !certificate.success) return err('damaged');
  const signed = text.slice(0, text.lastIndexOf(DOT));
  return ok({ claim: claim.data, certificate: certificate.data, signed, signature });
}
