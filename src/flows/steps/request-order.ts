import type {
  CardTransaction,
  PaymentEnd,
  RequestConclusion,
  RequestPlan,
} from '../../ports/card-transaction.ts';

type LossBody = Parameters<CardTransaction['reportLoss']>[0];
type RequestBody = Parameters<CardTransaction['submit']>[0];

/** What the resident confirmed: what is paid, reported, asked for and made, in the order of settlement.md. */
export interface RequestOrder {
  readonly plan: RequestPlan;
  readonly loss: LossBody | null;
  readonly request: RequestBody | null;
  /** Make the card here and now. */
  readonly makeHere: boolean;
  /** SWAP-3: an old card is latched, and kept once the new one is certain. */
  readonly keepsOldCard: boolean;
}

export interface CarriedOut {
  readonly transaction: CardTransaction;
  readonly conclusion: RequestConclusion;
  readonly payment: 'none' | 'paid' | 'not-paid' | 'expired' | 'cancelled';
  /** SWAP-3: the old card is still latched and goes back to its owner. */
  readonly oldCardLatched: boolean;
}

/** In fen. */
export const totalOf = ({ charge }: RequestPlan): number => charge.reduce((sum, { fen }) => sum + fen, 0);

/** How the money part ended, in the words of the receipt. */
export function paymentOf({ plan }: RequestOrder, payment: PaymentEnd | null): CarriedOut['payment'] {
  if (totalOf(plan) === 0) return 'none';
  if (payment === 'paid' || payment === 'expired' || payment === 'cancelled') return payment;
  return 'not-paid';
}
