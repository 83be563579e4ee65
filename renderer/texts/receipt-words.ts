/** A receipt in words: what happened, what it means for me, what I do next. */
export interface ReceiptWords {
  title: string;
  meaning: string;
  next: string[];
}
