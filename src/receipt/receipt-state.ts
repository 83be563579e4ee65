/** The closed set of what a receipt may say (experience.md): exactly the journal row reached, nothing more. */
export const RECEIPT_STATES = [
  'done-here',
  'accepted-not-yet-sent',
  'sent-waiting-for-office',
  'refused',
  /** Something the resident came for was done and something else was not; the parts say which. */
  'partly-done',
  'unknown-asking',
  'nothing-happened',
  'go-to-counter',
] as const;
export type ReceiptState = (typeof RECEIPT_STATES)[number];
