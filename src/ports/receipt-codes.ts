import type { ReceiptCodeFault } from '../contracts/receipt-code.ts';
import type { ReceiptFacts } from '../receipt/receipt-facts.ts';
import type { GenuineReceipt } from '../receipt-code/check-receipt-code.ts';
import type { Result } from '../result.ts';

/** The codes on receipts: this kiosk's own, and those that residents bring from any kiosk. */
export interface ReceiptCodes {
  /** What goes into the QR code: signed where this kiosk has a certificate, the bare reference otherwise. */
  codeOf(receipt: Pick<ReceiptFacts, 'reference' | 'state' | 'service'>, pack: string): string;
  /** Whether this kiosk knows whom to believe. */
  canCheck(): boolean;
  /** Whether a kiosk of this system gave the receipt, and what it said; needs no link. */
  check(code: string): Result<GenuineReceipt, ReceiptCodeFault>;
}
