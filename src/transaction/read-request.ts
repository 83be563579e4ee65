import type { IdempotencyKey } from '../brand.ts';
import { err, ok, type Result, unreachable } from '../result.ts';
import { type ActAnswer, type ActStage, type JournalFault, readAct } from './keyed-act.ts';
import type { RequestEntry, RequestJournal } from './request-entries.ts';
import type { CardState, RequestState } from './request-state.ts';

const NOT_BEGUN: ActStage = { stage: 'not-begun' };

type EntryOf<A extends RequestEntry['act']> = Extract<RequestEntry, { act: A }>;
type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Building = Writable<Omit<RequestState, 'cards'>> & { readonly cards: Writable<CardState>[] };

/**
 * What a journal says has happened, entry by entry. A journal that no run of the program can have written is a fault:
 * an outcome without its intent, a second intent for an act that is done once, another key.
 */
export function readRequest(journal: RequestJournal): Result<RequestState, JournalFault> {
  const state: Building = {
    service: journal.service,
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
  };
  for (const entry of journal.entries) {
    const fault = apply(state, entry);
    if (fault) return err(fault);
  }
  return ok(state);
}

function apply(state: Building, entry: RequestEntry): JournalFault | null {
  switch (entry.act) {
    case 'print-receipt':
      return null;
    case 'charge':
      state.items = entry.detail.items;
      return null;
    case 'pay':
      return applyPay(state, entry);
    case 'cancel':
    case 'loss':
      return keyed(state[entry.act], entry, (stage) => {
        state[entry.act] = stage;
      });
    case 'refund':
      if (entry.kind === 'intent') state.refundFen = entry.detail.amountFen;
      return keyed(state.refund, entry, (stage) => {
        state.refund = stage;
      });
    case 'submit':
      if (entry.kind === 'intent') state.issue = entry.detail.issue;
      return keyed(state.submit, entry, (stage) => {
        state.submit = stage;
      });
    case 'switch':
      return keyed(state.switched, entry, (stage) => {
        state.switched = stage;
      });
    case 'deliver':
      if (entry.kind === 'intent') state.delivered = entry.detail.outcome;
      return keyed(state.delivery, entry, (stage) => {
        state.delivery = stage;
      });
    case 'retain-old':
      if (entry.kind === 'intent') {
        if (state.oldCard !== 'not-begun') return 'intent-twice';
        state.oldCard = 'intended';
        return null;
      }
      if (state.oldCard !== 'intended') return 'outcome-without-intent';
      state.oldCard = entry.detail.result;
      return null;
    case 'take-blank':
    case 'personalise':
    case 'bind':
    case 'to-bin':
    case 'present':
      return applyCard(state, entry);
    default:
      return unreachable(entry);
  }
}

function applyPay(state: Building, entry: EntryOf<'pay'>): JournalFault | null {
  if (entry.kind === 'intent') {
    if (state.pay) return 'intent-twice';
    state.pay = { key: entry.key, end: null };
    return null;
  }
  if (!state.pay) return 'outcome-without-intent';
  if (state.pay.key !== entry.key) return 'key-changed';
  if (state.pay.end !== null && state.pay.end.result !== 'open') return 'outcome-after-the-end';
  state.pay = { key: entry.key, end: entry.detail };
  return null;
}

type CardEntry = EntryOf<'take-blank' | 'personalise' | 'bind' | 'to-bin' | 'present'>;

function applyCard(state: Building, entry: CardEntry): JournalFault | null {
  const card = state.cards.at(-1);
  if (entry.act === 'take-blank' && entry.kind === 'intent') {
    if (card?.card === entry.detail.card || card?.present === 'intended') return 'intent-twice';
    state.cards.push({
      card: entry.detail.card,
      taken: 'intended',
      written: 'not-begun',
      bind: NOT_BEGUN,
      present: 'not-begun',
      presentCode: null,
      bin: null,
    });
    return null;
  }
  if (!card) return 'outcome-without-intent';
  if (entry.act === 'bind') {
    return keyed(card.bind, entry, (stage) => {
      card.bind = stage;
    });
  }
  if (entry.detail.card !== card.card) return 'key-changed';
  switch (entry.act) {
    case 'take-blank':
      if (card.taken !== 'intended') return 'outcome-after-the-end';
      card.taken = entry.detail.result;
      return null;
    case 'personalise':
      if (entry.kind === 'intent') {
        if (card.written !== 'not-begun') return 'intent-twice';
        card.written = 'intended';
        return null;
      }
      if (card.written !== 'intended') return 'outcome-without-intent';
      card.written = entry.detail.result;
      return null;
    case 'present':
      if (entry.kind === 'intent') {
        if (card.present !== 'not-begun') return 'intent-twice';
        card.present = 'intended';
        return null;
      }
      if (card.present !== 'intended') return 'outcome-without-intent';
      card.present = entry.detail.result;
      card.presentCode = entry.detail.code;
      return null;
    case 'to-bin': {
      if (entry.kind === 'intent') {
        // Only a move that left the card where it was may be tried once more, with an intent of its own.
        if (card.bin !== null && card.bin.end !== 'stayed') return 'intent-twice';
        const { as, from } = entry.detail;
        card.bin = { as, from, tries: (card.bin?.tries ?? 0) + 1, end: null, code: null };
        return null;
      }
      if (card.bin === null || card.bin.end !== null) return 'outcome-without-intent';
      card.bin = { ...card.bin, end: entry.detail.result, code: entry.detail.code };
      return null;
    }
    default:
      return unreachable(entry);
  }
}

/** One more entry of a keyed act, by the same rules as a journal that has only that act. */
function keyed(
  stage: ActStage,
  entry: { readonly kind: 'intent' | 'outcome'; readonly key: IdempotencyKey; readonly detail: object },
  keep: (stage: ActStage) => void,
): JournalFault | null {
  const answer = entry.kind === 'outcome' ? (entry.detail as ActAnswer) : null;
  const next = readAct([{ kind: entry.kind, key: entry.key, answer }], stage);
  if (!next.ok) return next.error;
  keep(next.value);
  return null;
}
