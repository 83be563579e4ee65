import { PIN_REFUSALS } from './activation.ts';

/** Why the authority or bank refuses for good. */
export const OPERATION_REFUSALS = [
  'has-card',
  'application-pending',
  'not-entitled',
  'identity-invalid',
  'under-age',
  'mobile-not-confirmed',
  'unknown-outlet',
  'card-unknown',
  'holder-mismatch',
  'card-not-normal',
  'already-active',
  'account-closed',
  /** Nobody holds such a card: nothing to report, replace or exchange. */
  'no-card',
  'not-yet-collected',
  'no-loss-reported',
  'already-replaced',
  /** REPL-1 */
  'formal-loss-first',
  'suspended',
  'recalled',
  'cancelled',
  /** SWAP-1 */
  'not-second-generation',
  'request-pending',
  /** EXCH-4, EXCH-6 */
  'counter-only',
  /** The card request names an order that was not paid, or not this person's. */
  'not-paid',
  /** Cancelling or refunding an order that was never created, or more than was paid. */
  'order-unknown',
  'amount-too-large',
  'already-paid',
  'request-unknown',
  'not-bound',
  'not-personalised',
  'not-entitled-to-benefits',
  ...PIN_REFUSALS,
] as const;
export type OperationRefusal = (typeof OPERATION_REFUSALS)[number];
