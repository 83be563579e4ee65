import type { IdempotencyKey } from '../brand.ts';
import { err, ok, type Result, unreachable } from '../result.ts';
import { type ActAnswer, type ActCourse, type ActStage, type JournalFault, nextStage } from './keyed-act.ts';
import type { PaymentEntryEnd, RequestEntry, RequestJournal } from './request-entries.ts';
import {
  type BegunAct,
  binEndIsTrue,
  deliveryOf,
  mayBegin,
  OF_SERVICE,
  PRESENTED_AT,
} from './request-order.ts';
import {
  type CardState,
  isDone,
  NOT_BEGUN,
  openedRequest,
  type RequestState,
  refundDue,
  standsAt,
} from './request-state.ts';

type Read = Result<RequestState, JournalFault>;
type EntryOf<A extends RequestEntry['act'], K extends RequestEntry['kind'] = RequestEntry['kind']> = Extract<
  RequestEntry,
  { act: A; kind: K }
>;
type Intent = Exclude<Extract<RequestEntry, { kind: 'intent' }>, { act: 'print-receipt' }>;
type Outcome = Exclude<Extract<RequestEntry, { kind: 'outcome' }>, { act: 'print-receipt' | 'charge' }>;

/**
 * What a journal says has happened, entry by entry. A journal that no run of the program can have written is a fault,
 * never a guess: what may follow what is the table of request-order.ts.
 */
export function readRequest(journal: RequestJournal): Read {
  let state = openedRequest(journal.service);
  for (const entry of journal.entries) {
    const next = readNext(state, entry);
    if (!next.ok) return next;
    state = next.value;
  }
  return ok(state);
}

/** The same for one more entry: the journal so far is all in `state`. */
export function readNext(state: RequestState, entry: RequestEntry): Read {
  if (entry.act === 'charge') return charged(state, entry);
  if (!state.charged) return err('out-of-order');
  if (entry.act === 'print-receipt') return ok(state);
  return entry.kind === 'intent' ? begun(state, entry) : ended(state, entry);
}

function charged(state: RequestState, { detail: { items } }: EntryOf<'charge'>): Read {
  if (state.charged) return err('intent-twice');
  const { costs } = OF_SERVICE[state.service];
  const once = new Set(items.map(({ what }) => what)).size === items.length;
  if (!once || items.some(({ what }) => !costs.includes(what))) return err('not-of-this-service');
  return ok({ ...state, charged: true, items });
}

function begun(state: RequestState, entry: Intent): Read {
  if (OF_SERVICE[state.service].never.includes(entry.act)) return err('not-of-this-service');
  const fault = repeated(state, entry) ?? misplaced(state, entry.act) ?? contradicting(state, entry);
  return fault === null ? ok(withIntent(state, entry)) : err(fault);
}

const misplaced = (state: RequestState, act: BegunAct): JournalFault | null =>
  mayBegin(state, act) ? null : 'out-of-order';

/** Every act is begun once; a move to the bin is counted by its own rule. */
function repeated(state: RequestState, entry: Intent): JournalFault | null {
  const card = state.cards.at(-1);
  switch (entry.act) {
    case 'pay':
      return state.pay === null ? null : 'intent-twice';
    case 'retain-old':
      return state.oldCard === 'not-begun' ? null : 'intent-twice';
    case 'take-blank':
      return state.cards.some((known) => known.card === entry.detail.card) ? 'intent-twice' : null;
    case 'personalise':
      return card && card.written !== 'not-begun' ? 'intent-twice' : null;
    case 'present':
      return card && card.present !== 'not-begun' ? 'intent-twice' : null;
    case 'to-bin':
      return card?.bin && card.bin.end !== 'stayed' ? 'intent-twice' : null;
    default:
      return stageOf(state, entry.act).stage === 'not-begun' ? null : 'intent-twice';
  }
}

/** Whether what the intent says agrees with what is on record. */
function contradicting(state: RequestState, entry: Intent): JournalFault | null {
  const card = state.cards.at(-1);
  switch (entry.act) {
    case 'personalise':
    case 'present':
      return entry.detail.card === card?.card ? null : 'key-changed';
    case 'to-bin': {
      if (card === undefined || entry.detail.card !== card.card) return 'key-changed';
      const as = isDone(card.bind) ? 'retained' : 'rejected';
      return entry.detail.as === as && entry.detail.from === standsAt(card) ? null : 'contradiction';
    }
    case 'refund': {
      const due = refundDue(state);
      const { amountFen, reason } = entry.detail;
      return due?.amountFen === amountFen && due.reason === reason ? null : 'contradiction';
    }
    case 'deliver':
      return entry.detail.outcome === deliveryOf(state) ? null : 'contradiction';
    default:
      return null;
  }
}

function withIntent(state: RequestState, entry: Intent): RequestState {
  switch (entry.act) {
    case 'pay':
      return { ...state, pay: { key: entry.key, end: null } };
    case 'refund':
      return { ...state, refund: intended(entry.key), refundFen: entry.detail.amountFen };
    case 'submit':
      return { ...state, submit: intended(entry.key), issue: entry.detail.issue };
    case 'deliver':
      return { ...state, delivery: intended(entry.key), delivered: entry.detail.outcome };
    case 'cancel':
    case 'loss':
    case 'bind':
    case 'switch':
      return withStage(state, entry.act, intended(entry.key));
    case 'retain-old':
      return { ...state, oldCard: 'intended' };
    case 'take-blank':
      return { ...state, cards: [...state.cards, blank(entry.detail.card)] };
    case 'personalise':
      return withCard(state, { written: 'intended' });
    case 'present':
      return withCard(state, { present: 'intended' });
    case 'to-bin': {
      const { as, from } = entry.detail;
      const tries = (state.cards.at(-1)?.bin?.tries ?? 0) + 1;
      return withCard(state, { bin: { as, from, tries, end: null, code: null } });
    }
    default:
      return unreachable(entry);
  }
}

function ended(state: RequestState, entry: Outcome): Read {
  switch (entry.act) {
    case 'pay':
      return paymentEnded(state, entry);
    case 'loss':
    case 'submit':
    case 'bind':
      return answered(state, entry, 'asked');
    case 'cancel':
    case 'refund':
    case 'switch':
    case 'deliver':
      return answered(state, entry, 'outbox');
    case 'retain-old':
      if (state.oldCard !== 'intended') return err('outcome-without-intent');
      return ok({ ...state, oldCard: entry.detail.result });
    case 'take-blank':
    case 'personalise':
    case 'present':
    case 'to-bin':
      return moved(state, entry);
    default:
      return unreachable(entry);
  }
}

function paymentEnded(state: RequestState, { key, detail }: EntryOf<'pay', 'outcome'>): Read {
  const { pay, cancel } = state;
  if (!pay) return err('outcome-without-intent');
  if (pay.key !== key) return err('key-changed');
  if (pay.end !== null && pay.end.result !== 'open') return err('outcome-after-the-end');
  // An order that was seen open, and so had a QR code, was made: it is not refused or missing afterwards.
  const seenOpen = pay.end !== null || cancel.stage !== 'not-begun';
  if (seenOpen && saysNeverMade(detail)) return err('contradiction');
  if (detail.result === 'paid' && detail.paidFen === 0) return err('contradiction');
  return ok({ ...state, pay: { key, end: detail } });
}

const saysNeverMade = (end: PaymentEntryEnd): boolean =>
  end.result === 'open' || (end.result === 'not-paid' && (end.why === 'none' || end.why === 'refused'));

function moved(
  state: RequestState,
  entry: EntryOf<'take-blank' | 'personalise' | 'present' | 'to-bin', 'outcome'>,
): Read {
  const card = state.cards.at(-1);
  if (!card) return err('outcome-without-intent');
  if (entry.detail.card !== card.card) return err('key-changed');
  const { code } = entry.detail;
  switch (entry.act) {
    case 'take-blank':
      if (card.taken !== 'intended') return err('outcome-after-the-end');
      return ok(withCard(state, { taken: entry.detail.result, takenCode: code }));
    case 'personalise':
      if (card.written !== 'intended') return err('outcome-without-intent');
      // Once it is given up nobody writes any more.
      if (card.bin !== null || state.delivery.stage !== 'not-begun') return err('out-of-order');
      return ok(withCard(state, { written: entry.detail.result }));
    case 'present':
      if (card.present !== 'intended') return err('outcome-without-intent');
      if (!PRESENTED_AT[entry.detail.result].includes(code)) return err('contradiction');
      return ok(withCard(state, { present: entry.detail.result, presentCode: code }));
    case 'to-bin':
      if (card.bin === null || card.bin.end !== null) return err('outcome-without-intent');
      if (!binEndIsTrue(card.bin.from, entry.detail.result, code)) return err('contradiction');
      return ok(withCard(state, { bin: { ...card.bin, end: entry.detail.result, code } }));
    default:
      return unreachable(entry);
  }
}

type KeyedAct = 'cancel' | 'refund' | 'loss' | 'submit' | 'bind' | 'switch' | 'deliver';

function stageOf(state: RequestState, act: KeyedAct): ActStage {
  switch (act) {
    case 'bind':
      return state.cards.at(-1)?.bind ?? NOT_BEGUN;
    case 'switch':
      return state.switched;
    case 'deliver':
      return state.delivery;
    default:
      return state[act];
  }
}

function withStage(state: RequestState, act: KeyedAct, stage: ActStage): RequestState {
  switch (act) {
    case 'bind':
      return withCard(state, { bind: stage });
    case 'switch':
      return { ...state, switched: stage };
    case 'deliver':
      return { ...state, delivery: stage };
    default:
      return { ...state, [act]: stage };
  }
}

/** One more answer to a keyed act, by the same rules as a journal that has only that act. */
function answered(
  state: RequestState,
  { act, key, detail }: { readonly act: KeyedAct; readonly key: IdempotencyKey; readonly detail: ActAnswer },
  course: ActCourse,
): Read {
  const next = nextStage(stageOf(state, act), { kind: 'outcome', key, answer: detail }, course);
  return next.ok ? ok(withStage(state, act, next.value)) : next;
}

const intended = (key: IdempotencyKey): ActStage => ({ stage: 'intended', key });

const blank = (card: string): CardState => ({
  card,
  taken: 'intended',
  takenCode: null,
  written: 'not-begun',
  bind: NOT_BEGUN,
  present: 'not-begun',
  presentCode: null,
  bin: null,
});

/** The last card, with what is new about it. */
function withCard(state: RequestState, change: Partial<CardState>): RequestState {
  return {
    ...state,
    cards: state.cards.map((card, at) => (at === state.cards.length - 1 ? { ...card, ...change } : card)),
  };
}
