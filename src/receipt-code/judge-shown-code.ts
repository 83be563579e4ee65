import type { ReceiptCodeFault } from '../contracts/receipt-code.ts';
import { parseReceiptReference } from '../receipt/receipt-reference.ts';
import type { Result } from '../result.ts';
import type { GenuineReceipt } from './check-receipt-code.ts';
import { parseReceiptCode } from './receipt-code-text.ts';
import { JUDGEMENTS, type ReceiptVerdict } from './receipt-verdict.ts';

export interface ShownReceipt {
  readonly verdict: ReceiptVerdict;
  /** What the receipt said; null where nobody vouches for it. */
  readonly said: GenuineReceipt | null;
  /** What the centre can be asked about; null: nothing. */
  readonly reference: string | null;
}

/** What is to be thought of whatever was scanned or pasted: a signed code, a bare reference, anything else. */
export function judgeShownCode(
  shown: string,
  check: (code: string) => Result<GenuineReceipt, ReceiptCodeFault>,
): ShownReceipt {
  const code = shown.trim();
  const bare = parseReceiptReference(code);
  if (bare.ok) return { verdict: 'unsigned', said: null, reference: bare.value };
  const checked = check(code);
  if (checked.ok) return { verdict: 'genuine', said: checked.value, reference: checked.value.reference };
  // What is not ours is not asked about: an answer would make it look like ours.
  const parsed = JUDGEMENTS[checked.error] === 'not-ours' ? null : parseReceiptCode(code);
  return { verdict: checked.error, said: null, reference: parsed?.ok ? parsed.value.claim[0] : null };
}
