import type { TransactionId } from '../brand.ts';
import type { ResidentField } from '../contracts/resident-field.ts';
import type { ServiceId } from '../contracts/service.ts';
import type { Refusal } from '../contracts/trouble.ts';
import type { Place } from '../contracts/view.ts';
import type { CounterTopic } from '../policy/policy-pack.ts';
import type { ReceiptState } from './receipt-state.ts';

/** What a receipt says, before it is put into a language. */
export interface ReceiptFacts {
  readonly state: ReceiptState;
  readonly service: ServiceId;
  readonly reference: string;
  readonly transactionId: TransactionId | null;
  readonly applicationNumber: string | null;
  readonly readyBy: string | null;
  readonly collectWithinDays: number | null;
  readonly place: Place | null;
  readonly refusal: Refusal | null;
  readonly mobileUnconfirmed: boolean;
  /** Last day of what was certified (CERT-1); null otherwise. */
  readonly validUntil: string | null;
  /** Last day of a temporary loss report; null: none, or without end. */
  readonly lostUntil: string | null;
  /** LOSS-5: recorded, and the card can still be used by a finder. */
  readonly notBlockedYet: boolean;
  /** Taken, not taken, coming back (experience.md); null where the service costs nothing. */
  readonly money: MoneyFacts | null;
  /** What became of each thing the resident came for, in the order it is said. */
  readonly parts: readonly ReceiptPart[];
  /** Lines a counter needs to go on where the kiosk stopped (ID-6); masked where paper may lie about. */
  readonly carried: readonly { readonly field: ResidentField; readonly value: string }[];
  /** services.md 13: who goes where with which papers; null where no counter was asked about. */
  readonly counterTopic: CounterTopic | null;
}

/** In fen. */
export interface MoneyFacts {
  readonly state: 'not-taken' | 'taken' | 'coming-back' | 'unknown';
  readonly paidFen: number;
  readonly keptFen: number;
  readonly returnFen: number;
}

/** Closed set: one sentence each, on screen and paper. */
export const RECEIPT_PARTS = [
  'loss-reported',
  'loss-not-reported',
  'loss-unknown',
  'loss-undone',
  'new-card-handed-over',
  'new-card-to-collect',
  'new-card-held-here',
  'new-card-maybe-taken',
  'new-card-unknown-place',
  'new-card-not-made',
  'old-card-void',
  'old-card-kept',
  'old-card-still-valid',
  'old-card-given-back',
  'old-card-not-taken',
  'old-card-stuck',
  'electronic-card-follows',
  'tell-benefit-payers',
] as const;
export type ReceiptPart = (typeof RECEIPT_PARTS)[number];

/** What most receipts do not say. */
export const NOTHING_MORE = {
  applicationNumber: null,
  readyBy: null,
  collectWithinDays: null,
  place: null,
  refusal: null,
  mobileUnconfirmed: false,
  validUntil: null,
  lostUntil: null,
  notBlockedYet: false,
  money: null,
  parts: [],
  carried: [],
  counterTopic: null,
} as const;
