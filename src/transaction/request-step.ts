import type { IdempotencyKey } from '../brand.ts';
import type { PaymentStatusAnswer } from '../contracts/central/queries.ts';
import type { AcceptedMedia } from '../ports/card-acceptor.ts';
import type { CardPosition } from '../ports/card-issuer.ts';
import type { AuthorityFacts } from './decision.ts';
import type { JournalFault } from './keyed-act.ts';
import type { DeliveryOutcome, REFUND_REASONS, RequestEntry } from './request-entries.ts';

/** What the sensors say now; null: not asked yet, or the machine does not answer. */
export interface DeviceFacts {
  readonly issuer: CardPosition | 'jammed' | null;
  readonly acceptor: AcceptedMedia | null;
}

/** What is known of the world beside the journal. An answer that is missing is not `never-received`. */
export interface RequestFacts {
  readonly authority: AuthorityFacts;
  /** Of the request's one order; null: not asked or not answered. */
  readonly payment: PaymentStatusAnswer | null;
  /** Keys the centre would not take in at all: they lie with the dead letters for an operator. */
  readonly undeliverable: ReadonlySet<IdempotencyKey>;
  readonly devices: DeviceFacts;
}

export const NO_FACTS: RequestFacts = {
  authority: new Map(),
  payment: null,
  undeliverable: new Set(),
  devices: { issuer: null, acceptor: null },
};

/** How a request may end. `needs-technician` stands beside what is true for the resident. */
export const REQUEST_ENDS = [
  'nothing-happened',
  'refused',
  'money-coming-back',
  'loss-stands',
  'card-owed',
  'card-handed-over',
  'card-held',
  'card-maybe-taken',
  'card-in-unknown-place',
] as const;
export type RequestEnd = (typeof REQUEST_ENDS)[number];

/** Why a person must look, whatever else is settled. */
export const TECHNICIAN_REASONS = [
  'blank-in-unknown-place',
  'card-not-in-bin',
  'old-card-in-unknown-place',
  'refund-not-taken',
  'switch-not-taken',
  'delivery-not-taken',
] as const;
export type TechnicianReason = (typeof TECHNICIAN_REASONS)[number];

/**
 * The next honest step of an open request. Only `switch`, `cancel-order`, `refund`, `deliver` and `to-bin` act, each
 * with an intent of its own; none of them repeats one that is in the journal.
 */
export type RequestStep =
  | { readonly kind: 'ask-payment'; readonly order: IdempotencyKey }
  | { readonly kind: 'ask-authority' | 'void-at-authority'; readonly key: IdempotencyKey }
  /** What the facts say about an act that was begun: into the journal with it, then look again. */
  | { readonly kind: 'record'; readonly entry: RequestEntry }
  | { readonly kind: 'cancel-order'; readonly order: IdempotencyKey }
  | {
      readonly kind: 'refund';
      readonly order: IdempotencyKey;
      readonly amountFen: number;
      readonly reason: (typeof REFUND_REASONS)[number];
    }
  | { readonly kind: 'read-issuer' | 'read-acceptor' }
  | {
      readonly kind: 'to-bin';
      readonly card: string;
      readonly as: 'rejected' | 'retained';
      readonly from: 'chip-station' | 'gate';
    }
  | { readonly kind: 'switch'; readonly request: IdempotencyKey }
  | { readonly kind: 'deliver'; readonly request: IdempotencyKey; readonly outcome: DeliveryOutcome }
  /** The outbox has it under this key; leave it alone. */
  | { readonly kind: 'wait-for-outbox'; readonly key: IdempotencyKey }
  | { readonly kind: 'close'; readonly end: RequestEnd; readonly technician: readonly TechnicianReason[] }
  | { readonly kind: 'hand-to-technician'; readonly fault: JournalFault };
