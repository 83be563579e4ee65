/** The closed set of what a receipt may say (experience.md): exactly the journal row reached, nothing more. */
export const RECEIPT_STATES = [
  'done-here',
  'accepted-not-yet-sent',
  'sent-waiting-for-office',
  'refused',
  'unknown-asking',
  'nothing-happened',
  'go-to-counter',
] as const;
export type ReceiptState = (typeof RECEIPT_STATES)[number];
