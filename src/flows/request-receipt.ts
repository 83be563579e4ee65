import type { ServiceId } from '../contracts/service.ts';
import type { Refusal } from '../contracts/trouble.ts';
import type { Place } from '../contracts/view.ts';
import type { RequestConclusion } from '../ports/card-transaction.ts';
import { NOTHING_MORE, type ReceiptFacts, type ReceiptPart } from '../receipt/receipt-facts.ts';
import type { ReceiptState } from '../receipt/receipt-state.ts';
import { type Ending, trouble } from './ending.ts';
import { refusalOfOperation } from './operation-refusal.ts';
import type { CarriedOut } from './steps/request-order.ts';

export interface RequestReceiptInput {
  readonly service: ServiceId;
  readonly carried: CarriedOut | null;
  /** Where a card that is owed is collected. */
  readonly place: Place | null;
  readonly collectWithinDays: number;
  /** REPL-2: a new account number, and somebody pays a benefit to the old one. */
  readonly tellPayers: boolean;
  /** What became of the old card at the gate, where it was offered back. */
  readonly ownCard: 'taken' | 'retained' | 'stuck' | 'none';
}

/** Exactly the row reached (settlement.md "What the resident is told"). */
export function requestReceipt(input: RequestReceiptInput): Ending {
  const { carried, service } = input;
  if (!carried) return trouble('internal');
  const { transaction, conclusion, payment } = carried;
  const owed = conclusion.newCard === 'to-collect';
  const receipt: ReceiptFacts = {
    ...NOTHING_MORE,
    state: stateOf(conclusion, payment),
    service,
    reference: transaction.reference,
    transactionId: transaction.transactionId,
    applicationNumber: conclusion.number,
    readyBy: owed ? conclusion.day : null,
    collectWithinDays: owed ? input.collectWithinDays : null,
    place: owed ? input.place : null,
    refusal: refusalOf(conclusion, payment),
    money: conclusion.money.state === 'none' ? null : { ...conclusion.money, state: conclusion.money.state },
    parts: partsOf(input, conclusion),
  };
  return { kind: 'receipt', receipt, next: nextOf(conclusion) };
}

/** What fits now: a lost card is replaced (REPL-1), a new one is activated (ACT-2). */
function nextOf({ loss, request, newCard }: RequestConclusion): readonly ServiceId[] {
  if (newCard === 'handed-over') return ['activate'];
  return loss === 'done' && request === 'none' ? ['replace'] : [];
}

function stateOf(end: RequestConclusion, payment: CarriedOut['payment']): ReceiptState {
  const unknown =
    end.money.state === 'unknown' ||
    end.loss === 'unknown' ||
    end.request === 'unknown' ||
    end.newCard === 'unknown-place';
  if (unknown) return 'unknown-asking';
  const wanted = [end.loss === 'none' ? null : end.loss === 'done', requestIsDone(end)].filter(
    (one) => one !== null,
  );
  if (wanted.length > 0 && wanted.every(Boolean)) return owes(end) ? 'sent-waiting-for-office' : 'done-here';
  if (wanted.some(Boolean)) return 'partly-done';
  if (end.request === 'refused' || end.refusal !== null) return 'refused';
  return payment === 'expired' || payment === 'cancelled' ? 'refused' : 'nothing-happened';
}

/** null where no card was asked for. */
function requestIsDone({ request }: RequestConclusion): boolean | null {
  return request === 'none' ? null : request === 'accepted';
}

const owes = ({ newCard }: RequestConclusion): boolean =>
  newCard === 'to-collect' || newCard === 'held-here' || newCard === 'maybe-taken';

function refusalOf({ refusal }: RequestConclusion, payment: CarriedOut['payment']): Refusal | null {
  if (refusal !== null) return refusalOfOperation(refusal);
  if (payment === 'expired') return 'payment-expired';
  return payment === 'cancelled' ? 'payment-cancelled' : null;
}

function partsOf(input: RequestReceiptInput, end: RequestConclusion): ReceiptPart[] {
  return [...lossParts(end), ...newCardParts(input, end), ...oldCardParts(input, end)];
}

function lossParts({ loss }: RequestConclusion): ReceiptPart[] {
  switch (loss) {
    case 'none':
      return [];
    case 'done':
      return ['loss-reported'];
    case 'not-done':
      return ['loss-not-reported'];
    case 'unknown':
      return ['loss-unknown'];
  }
}

const NEW_CARD = {
  'handed-over': 'new-card-handed-over',
  'to-collect': 'new-card-to-collect',
  'held-here': 'new-card-held-here',
  'maybe-taken': 'new-card-maybe-taken',
  'unknown-place': 'new-card-unknown-place',
} as const;

function newCardParts(
  { tellPayers }: RequestReceiptInput,
  { newCard, request }: RequestConclusion,
): ReceiptPart[] {
  // Nobody knows yet whether one is owed: the state of the receipt says that it is being asked about.
  if (newCard === 'none') return request === 'none' || request === 'unknown' ? [] : ['new-card-not-made'];
  return [
    NEW_CARD[newCard],
    'electronic-card-follows',
    ...(tellPayers ? (['tell-benefit-payers'] as const) : []),
  ];
}

function oldCardParts(
  { ownCard, service }: RequestReceiptInput,
  { oldCard }: RequestConclusion,
): ReceiptPart[] {
  const atGate = {
    taken: 'old-card-given-back',
    retained: 'old-card-not-taken',
    stuck: 'old-card-stuck',
  } as const;
  const place: ReceiptPart[] = ownCard === 'none' ? [] : [atGate[ownCard]];
  switch (oldCard) {
    case 'void':
      return [...place, 'old-card-void'];
    case 'kept':
      return ['old-card-kept'];
    case 'still-valid':
      return [...place, 'old-card-still-valid'];
    case 'none':
      return place;
    case 'unknown':
      // After a loss it is the authority that is being asked; otherwise the card is somewhere in the machine.
      return service === 'replace' || place.length > 0 ? place : ['old-card-stuck'];
  }
}
