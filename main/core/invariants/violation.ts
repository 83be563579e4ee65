import type { TransactionId } from '../../../src/brand.ts';

/** What can be found wrong, by the invariant it breaks (services.md, "What must hold whatever happens"). */
export const VIOLATION_CODES = {
  'INV-1': [
    'money-unbalanced',
    'second-order',
    /** Ordered back twice, or more than was paid. */
    'refund-beyond-paid',
    /** Something was ordered at the authority that nobody had paid. */
    'act-before-payment',
  ],
  'INV-2': [
    'card-before-acceptance',
    'bound-before-read-back',
    'presented-unbound',
    'presented-before-switch',
    'presented-twice',
    'two-cards-handed-over',
  ],
  'INV-3': [
    'ledger-unbalanced',
    'stock-below-zero',
    'two-cards-in-machine',
    'card-without-place',
    'card-without-reason',
    'impossible-move',
    'card-without-request',
    'card-not-in-ledger',
    'ledger-against-journal',
  ],
  'INV-4': [
    'accepted-and-lost',
    'closed-unsettled',
    'done-still-queued',
    'answered-still-open',
    'queued-without-intent',
    'refused-without-dead-letter',
    'key-used-twice',
    /** A journal that no run of the program can have written. */
    'journal-fault',
  ],
  'INV-5': ['kept-without-offer'],
  'INV-6': ['resident-still-held', 'screen-still-personal'],
  'INV-7': ['policy-invalid', 'policy-older', 'configuration-not-current'],
  'INV-8': ['wrong-idle-screen', 'tile-untrue', 'open-without-next-step', 'open-and-forgotten'],
} as const;

export type Invariant = keyof typeof VIOLATION_CODES;
export type ViolationCode<I extends Invariant = Invariant> = (typeof VIOLATION_CODES)[I][number];

export interface Violation {
  readonly invariant: Invariant;
  readonly code: ViolationCode;
  /** null where no one transaction is to blame. */
  readonly transaction: TransactionId | null;
}

/** The finder of one invariant's violations: its codes and no others compile. */
export const breaks =
  <I extends Invariant>(invariant: I) =>
  (code: ViolationCode<I>, transaction: TransactionId | null = null): Violation => ({
    invariant,
    code,
    transaction,
  });

/** One word without spaces; the same fault of the same transaction has the same name at the next start. */
export const violationName = ({ invariant, code, transaction }: Violation): string =>
  [invariant, code, ...(transaction === null ? [] : [transaction])].join(':');
