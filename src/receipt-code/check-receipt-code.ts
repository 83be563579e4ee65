import { certificateText } from '../configuration/certificate-text.ts';
import type { TrustRoot } from '../contracts/configuration/keys.ts';
import type { KioskCertificate, ReceiptCodeFault } from '../contracts/receipt-code.ts';
import type { ServiceId } from '../contracts/service.ts';
import type { ReceiptState } from '../receipt/receipt-state.ts';
import { err, ok, type Result } from '../result.ts';
import { parseReceiptCode } from './receipt-code-text.ts';

/** Ed25519 over UTF-8 text; key (`x`) and signature in base64url. Comes from whoever has the cryptography. */
export type VerifyText = (key: string, text: string, signature: string) => boolean;

/** Whom a checker believes, at this moment. */
export interface ReceiptTrust {
  readonly root: Pick<TrustRoot, 'keys' | 'roles'>;
  readonly revokedKiosks: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly verify: VerifyText;
}

/** What a genuine receipt said when it was given. */
export interface GenuineReceipt {
  readonly reference: string;
  readonly state: ReceiptState;
  readonly service: ServiceId;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Id and version of the pack it was decided by. */
  readonly pack: string;
  readonly kioskId: string;
}

/**
 * Whether a kiosk of this system gave the receipt (INV-4: what it calls accepted was said by one of ours): root → key of
 * the role `certificates` → kiosk's key → receipt. Needs no link. Signatures come first: what is said of a kiosk whose
 * code is forged would be said of the wrong one.
 */
export function checkReceiptCode(
  text: string,
  { root, revokedKiosks, now, verify }: ReceiptTrust,
): Result<GenuineReceipt, ReceiptCodeFault> {
  const parsed = parseReceiptCode(text);
  if (!parsed.ok) return parsed;
  const { claim, certificate, signed, signature } = parsed.value;
  const issued = checkCertificate(certificate, root, verify);
  if (!issued.ok) return issued;
  const [reference, state, service, seconds, pack] = claim;
  const [kioskId, key, from, until] = certificate;
  if (!verify(key, signed, signature)) return err('signature-wrong');
  if (revokedKiosks.includes(kioskId)) return err('kiosk-revoked');
  if (seconds < from || seconds > until || now > until * 1_000) return err('certificate-over');
  return ok({ reference, state, service, at: seconds * 1_000, pack, kioskId });
}

/** Whether the root's keys stand behind a certificate; its days are not looked at. */
export function checkCertificate(
  [kioskId, key, from, until, kid, signature]: KioskCertificate,
  { keys, roles }: ReceiptTrust['root'],
  verify: VerifyText,
): Result<void, 'certificate-unknown' | 'signature-wrong'> {
  const issuer = roles.certificates.kids.includes(kid) ? keys.find((one) => one.kid === kid) : undefined;
  if (issuer === undefined) return err('certificate-unknown');
  const text = certificateText([kioskId, key, from, until]);
  return verify(issuer.x, text, signature) ? ok(undefined) : err('signature-wrong');
}
