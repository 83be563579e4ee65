import type { IdempotencyKey } from '../brand.ts';
import type { OperationOutcome, OperationRefusal } from '../contracts/central/operations.ts';
import type { ActAnswer, JournalFault } from './keyed-act.ts';

/**
 * What the authority answered about the keys it was asked for. A key that is not in it was not answered: nothing
 * is known, which is not the same as `never-received`.
 */
export type AuthorityFacts = ReadonlyMap<IdempotencyKey, OperationOutcome>;

/**
 * What to do with an open transaction, and the receipt state that is true at this moment (experience.md). No
 * decision repeats an act. `record` is the outcome entry to commit together with the decision where the journal has
 * not got it yet, null where it has.
 */
export type Decision =
  | {
      readonly kind: 'close-nothing-happened';
      readonly receipt: 'nothing-happened';
      readonly record: ActAnswer | null;
    }
  | { readonly kind: 'close-done'; readonly receipt: 'done-here'; readonly record: ActAnswer | null }
  | {
      readonly kind: 'close-refused';
      readonly receipt: 'refused';
      /** `void`: the office withdrew it before it took effect. */
      readonly code: OperationRefusal | 'void';
      readonly record: ActAnswer | null;
    }
  /** The outbox holds it under this key and brings it to the authority; leave it alone. */
  | {
      readonly kind: 'wait-for-outbox';
      readonly receipt: 'accepted-not-yet-sent' | 'sent-waiting-for-office';
      readonly key: IdempotencyKey;
      readonly record: ActAnswer | null;
    }
  /** Unknown: ask what became of the key, until it is known. */
  | { readonly kind: 'ask-authority'; readonly receipt: 'unknown-asking'; readonly key: IdempotencyKey }
  /** Never received, but it may still be on its way: void the key, so that arriving late has no effect. */
  | { readonly kind: 'void-at-authority'; readonly receipt: 'unknown-asking'; readonly key: IdempotencyKey }
  /** The journal contradicts itself: a person looks at it. */
  | { readonly kind: 'hand-to-technician'; readonly receipt: 'unknown-asking'; readonly fault: JournalFault };
