import { RECEIPT_CODE_FAULTS, type ReceiptCodeFault } from '../contracts/receipt-code.ts';

/** What whoever shows a receipt is told of it. */
export const RECEIPT_VERDICTS = [
  'genuine',
  /** A reference without a signature: an older receipt, or one of a kiosk that was not vouched for yet. */
  'unsigned',
  ...RECEIPT_CODE_FAULTS,
] as const;
export type ReceiptVerdict = (typeof RECEIPT_VERDICTS)[number];

export type ReceiptJudgement = 'genuine' | 'not-ours' | 'cannot-tell';

/** Three answers: true, false, and that this checker can't know. Only what nobody of ours signed is called false. */
export const JUDGEMENTS: Readonly<Record<'genuine' | 'unsigned' | ReceiptCodeFault, ReceiptJudgement>> = {
  genuine: 'genuine',
  unsigned: 'cannot-tell',
  'no-receipt-code': 'not-ours',
  damaged: 'cannot-tell',
  'certificate-unknown': 'cannot-tell',
  'certificate-over': 'cannot-tell',
  'kiosk-revoked': 'cannot-tell',
  'signature-wrong': 'not-ours',
};
