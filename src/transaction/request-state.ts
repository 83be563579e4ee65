import type { IdempotencyKey } from '../brand.ts';
import type { ActStage } from './keyed-act.ts';
import type { DeliveryOutcome, PaymentEntryEnd, REFUND_REASONS, RequestService } from './request-entries.ts';

/** One blank that was taken for a request; the last one is the one that counts. */
export interface CardState {
  /** Its line in the custody ledger. */
  readonly card: string;
  readonly taken: 'intended' | 'at-chip-station' | 'nothing-moved' | 'unknown-place';
  /** `gate`: it went past the chip station. */
  readonly takenCode: string | null;
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
  /** What it costs was said: the first entry is there. */
  readonly charged: boolean;
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

export const NOT_BEGUN: ActStage = { stage: 'not-begun' };

/** Before the first entry. */
export const openedRequest = (service: RequestService): RequestState => ({
  service,
  charged: false,
  items: [],
  pay: null,
  cancel: NOT_BEGUN,
  refund: NOT_BEGUN,
  refundFen: 0,
  loss: NOT_BEGUN,
  submit: NOT_BEGUN,
  issue: null,
  cards: [],
  oldCard: 'not-begun',
  switched: NOT_BEGUN,
  delivery: NOT_BEGUN,
  delivered: null,
});

/** Begun, and the authority's word is not on record. */
export const isPending = (act: ActStage): boolean =>
  act.stage === 'intended' || (act.stage === 'answered' && act.answer.result === 'in-progress');

export const isDone = (act: ActStage): boolean => act.stage === 'answered' && act.answer.result === 'done';

/** SWAP-3, EXCH-5: the old card is in the acceptor, and the new one is good only after the switch. */
export const hasHostage = ({ service }: Pick<RequestState, 'service'>): boolean =>
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

export interface RefundDue {
  readonly amountFen: number;
  readonly reason: (typeof REFUND_REASONS)[number];
}

/** INV-1: what was paid for something that was not delivered; null where nothing has to go back, or nobody knows yet. */
export function refundDue(state: RequestState): RefundDue | null {
  if (isPending(state.loss) || isPending(state.submit)) return null;
  const amountFen = paidFen(state) - keptFen(state);
  if (amountFen <= 0) return null;
  if (isDone(state.loss)) return { amountFen, reason: 'card-not-issued' };
  const begun = state.loss.stage !== 'not-begun' || state.submit.stage !== 'not-begun';
  return { amountFen, reason: begun ? 'service-not-delivered' : 'cancelled-after-payment' };
}

/** Where a card that is to go into the bin stands, as far as the sensors ever said. */
export const standsAt = ({ taken, takenCode, present, presentCode }: CardState): 'chip-station' | 'gate' =>
  present === 'not-taken'
    ? presentCode === 'ic'
      ? 'chip-station'
      : 'gate'
    : taken === 'at-chip-station' && takenCode === 'gate'
      ? 'gate'
      : 'chip-station';

/** A blank that no other act than the bin is for: its chip or face failed, or it went past the chip station. */
export const isSpoilt = (card: CardState): boolean =>
  card.written === 'failed' || (card.taken === 'at-chip-station' && card.takenCode === 'gate');

/** A move to the bin that left the card in place is tried once more, never oftener: then a person looks. */
const BIN_TRIES = 2;

/** Whether a move to the bin may be begun: the first one, or the second where the card stayed and there is room. */
export const mayMoveToBin = ({ bin }: CardState): boolean =>
  bin === null || (bin.end === 'stayed' && bin.tries < BIN_TRIES && bin.code !== 'bin-full');
