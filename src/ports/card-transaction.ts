import type {
  ApplicationSubmit,
  CardRequest,
  LossReport,
  OperationRefusal,
} from '../contracts/central/operations.ts';
import type { OpenedTransaction } from './transactions.ts';

/** What a transaction may do and what it costs; committed before anything happens (settlement.md rows 1-2). */
export interface RequestPlan {
  readonly service: 'apply' | 'loss' | 'replace' | 'swap' | 'exchange';
  readonly socialSecurityNumber: string;
  /** In fen; empty where nothing is to pay. */
  readonly charge: readonly { readonly what: 'loss' | 'card'; readonly fen: number }[];
}

export type OrderEnd =
  | { readonly state: 'open'; readonly qr: string; readonly expiresAt: number }
  /** No order, nothing to pay and nothing done. */
  | { readonly state: 'failed'; readonly why: 'link-down' | 'refused' }
  /** The answer was lost: an order may exist. Nobody has paid it; conclude cancels it. */
  | { readonly state: 'unknown' };

export type PaymentEnd = 'paid' | 'expired' | 'cancelled' | 'unknown';

/** One act at the authority inside the transaction. */
export type RequestActEnd =
  | { readonly state: 'done'; readonly number: string | null; readonly day: string | null }
  | { readonly state: 'refused'; readonly code: OperationRefusal }
  | { readonly state: 'nothing-happened' }
  | { readonly state: 'unknown' };

/** What the machine is doing, for the screen. */
export type MakingPhase = 'taking-blank' | 'writing' | 'printing-face' | 'checking' | 'binding' | 'rejecting';

export type MadeCard =
  | { readonly state: 'bound' }
  /** Every blank failed, or stock, chip, printer or centre did: the card is owed at the outlet. */
  | { readonly state: 'not-made'; readonly why: 'no-stock' | 'device' | 'link-down' | 'refused' };

/** What is true when all is settled as far as it can be now; the receipt says it and no more. */
export interface RequestConclusion {
  readonly money: {
    /** `none`: nothing was to pay. `unknown`: it is being asked about, never charged again (INV-1). */
    readonly state: 'none' | 'not-taken' | 'taken' | 'coming-back' | 'unknown';
    readonly paidFen: number;
    readonly keptFen: number;
    readonly returnFen: number;
  };
  readonly loss: 'none' | 'done' | 'not-done' | 'unknown';
  readonly request: 'none' | 'accepted' | 'refused' | 'not-done' | 'unknown';
  readonly refusal: OperationRefusal | null;
  readonly newCard:
    | 'none'
    | 'handed-over'
    /** Owed: collected at the outlet. */
    | 'to-collect'
    /** Made and kept in the kiosk for its owner. */
    | 'held-here'
    /** Nobody saw whether it was taken: suspended until a counter releases it. */
    | 'maybe-taken'
    /** In the machine, a technician has to look. */
    | 'unknown-place';
  readonly oldCard: 'none' | 'kept' | 'still-valid' | 'void' | 'unknown';
  readonly number: string | null;
  readonly day: string | null;
}

/**
 * One journalled request with money and a card, in the order of settlement.md. Every method commits its intent
 * before the act and the outcome after it, and does the act once. A method that was begun and not answered well
 * leaves the rest to `conclude`, which settles by the same rules as a start after a power cut.
 */
export interface CardTransaction extends OpenedTransaction {
  /** Row 3: one order, one QR code. Not called where nothing is to pay. */
  createOrder(expiresAfterSeconds: number, signal: AbortSignal): Promise<OrderEnd>;
  /** Asks until paid, expired or unknown for too long. The signal cancels the order; if it was paid meanwhile: `paid`. */
  awaitPayment(signal: AbortSignal): Promise<PaymentEnd>;
  /** Row 5. */
  reportLoss(
    report: Omit<LossReport, 'kind' | 'receiptReference' | 'reportedAt'>,
    signal: AbortSignal,
  ): Promise<RequestActEnd>;
  /** Row 7: from `done` on a card is owed. */
  submit(
    request:
      | Omit<CardRequest, 'receiptReference' | 'acceptedAt' | 'order'>
      | Omit<ApplicationSubmit, 'receiptReference' | 'acceptedAt'>,
    signal: AbortSignal,
  ): Promise<RequestActEnd>;
  /** Rows 9-14, with as many blanks as the policy allows. Only after `submit` was done. */
  makeCard(onPhase: (phase: MakingPhase, blank: number) => void, signal: AbortSignal): Promise<MadeCard>;
  /** SWAP-3: old card into the retain bin, then one switch at the authority. Only after the new one is bound. */
  switchOldCard(signal: AbortSignal): Promise<'switched' | 'old-card-still-latched' | 'unknown'>;
  /** Rows 15-16: to the gate; the signal is the end of the resident's time. */
  handOver(signal: AbortSignal): Promise<'taken' | 'retained' | 'unknown'>;
  /** Settles what can be settled within `withinMs`; goes on by itself after that, across restarts. Idempotent. */
  conclude(withinMs: number, signal: AbortSignal): Promise<RequestConclusion>;
}
