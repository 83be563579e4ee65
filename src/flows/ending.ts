import type { ServiceId } from '../contracts/service.ts';
import type { Refusal, RefusalFacts, Trouble } from '../contracts/trouble.ts';
import type { SocialSecurityCard } from '../ports/social-card-reader.ts';
import type { ReceiptFacts } from '../receipt/receipt-facts.ts';

/** How a step or service ends. */
export type Ending =
  /** `next`: services that fit now; identity and face stand. */
  | { readonly kind: 'receipt'; readonly receipt: ReceiptFacts; readonly next?: readonly ServiceId[] }
  | {
      readonly kind: 'refusal';
      readonly reason: Refusal;
      readonly facts?: RefusalFacts;
      readonly instead?: readonly ServiceId[];
    }
  /** The service goes on once it is known who this is. READ-1: the state of `card` is told to its holder alone. */
  | { readonly kind: 'identify'; readonly card: SocialSecurityCard | null }
  /** Looked at, nothing done, nothing to keep: back to the start with a goodbye. */
  | { readonly kind: 'seen' }
  /** Another service fits; identity and face stand where they are known. */
  | { readonly kind: 'go-on'; readonly service: ServiceId }
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
