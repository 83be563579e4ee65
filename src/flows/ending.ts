import type { ServiceId } from '../contracts/service.ts';
import type { Refusal, RefusalFacts, Trouble } from '../contracts/trouble.ts';
import type { ReceiptFacts } from '../receipt/receipt-facts.ts';

/** How a step or service ends. */
export type Ending =
  | { readonly kind: 'receipt'; readonly receipt: ReceiptFacts }
  | {
      readonly kind: 'refusal';
      readonly reason: Refusal;
      readonly facts?: RefusalFacts;
      readonly instead?: readonly ServiceId[];
    }
  | {
      readonly kind: 'trouble';
      readonly what: Trouble;
      /** False only where an act may have happened; such an end has a receipt instead. */
      readonly nothingChanged: true;
    };

export const refusal = (reason: Refusal, facts?: RefusalFacts, instead?: readonly ServiceId[]): Ending => ({
  kind: 'refusal',
  reason,
  ...(facts && { facts }),
  ...(instead && { instead }),
});

export const trouble = (what: Trouble): Ending => ({ kind: 'trouble', what, nothingChanged: true });
