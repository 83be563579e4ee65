/** What goes on the paper, already in the resident's language. A driver lays it out; it adds and drops nothing. */
export interface PaperReceipt {
  readonly heading: string;
  readonly title: string;
  /** Label and value on one line where they fit, else under each other. */
  readonly lines: readonly PaperLine[];
  /** Text of the QR code (the signed code of the receipt, or its reference), or null. */
  readonly qr: string | null;
  readonly footer: readonly string[];
}

export type PaperLine =
  | { readonly kind: 'pair'; readonly label: string; readonly value: string }
  | { readonly kind: 'text'; readonly text: string; readonly emphasis: boolean }
  | { readonly kind: 'rule' };
