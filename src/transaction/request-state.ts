import type { IdempotencyKey } from '../brand.ts';
import type { ActStage } from './keyed-act.ts';
import type { DeliveryOutcome, PaymentEntryEnd, RequestService } from './request-entries.ts';

/** One blank that was taken for a request; the last one is the one that counts. */
export interface CardState {
  /** Its line in the custody ledger. */
  readonly card: string;
  readonly taken: 'intended' | 'at-chip-station' | 'nothing-moved' | 'unknown-place';
  readonly written: 'not-begun' | 'intended' | 'done' | 'failed';
  readonly bind: ActStage;
  readonly present: 'not-begun' | 'intended' | 'taken' | 'not-taken' | 'unknown';
  /** Where it stood, or why nobody knows. */
  readonly presentCode: string | null;
  readonly bin: {
    readonly as: 'rejected' | 'retained';
    readonly from: 'chip-station' | 'gate';
    readonly tries: number;
    readonly end: 'binned' | 'stayed' | 'unknown-place' | null;
    readonly code: string | null;
  } | null;
}

/** How far a request has come, by its journal alone. */
export interface RequestState {
  readonly service: RequestService;
  readonly items: readonly { readonly what: 'loss' | 'card'; readonly fen: number }[];
  readonly pay: { readonly key: IdempotencyKey; readonly end: PaymentEntryEnd | null } | null;
  readonly cancel: ActStage;
  readonly refund: ActStage;
  /** In fen; what the refund's intent says. */
  readonly refundFen: number;
  readonly loss: ActStage;
  readonly submit: ActStage;
  readonly issue: 'at-outlet' | 'on-the-spot' | null;
  readonly cards: readonly CardState[];
  readonly oldCard: 'not-begun' | 'intended' | 'kept' | 'still-latched' | 'unknown-place';
  readonly switched: ActStage;
  readonly delivery: ActStage;
  readonly delivered: DeliveryOutcome | null;
}

/** Begun, and the authority's word is not on record. */
export const isPending = (act: ActStage): boolean =>
  act.stage === 'intended' || (act.stage === 'answered' && act.answer.result === 'in-progress');

export const isDone = (act: ActStage): boolean => act.stage === 'answered' && act.answer.result === 'done';

/** SWAP-3, EXCH-5: the old card is in the acceptor, and the new one is good only after the switch. */
export const hasHostage = ({ service }: RequestState): boolean =>
  service === 'swap' || service === 'exchange';

/** Money the resident's order brought, in fen. */
export const paidFen = ({ pay }: RequestState): number => (pay?.end?.result === 'paid' ? pay.end.paidFen : 0);

/** INV-1: the fees of what was delivered: the loss report that took effect, the card that is owed. Never above `paid`. */
export function keptFen(state: RequestState): number {
  const fees = state.items
    .filter(({ what }) => isDone(what === 'loss' ? state.loss : state.submit))
    .reduce((sum, { fen }) => sum + fen, 0);
  return Math.min(fees, paidFen(state));
}
