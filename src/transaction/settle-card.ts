import type { RequestEntry } from './request-entries.ts';
import {
  type CardState,
  hasHostage,
  isDone,
  mayMoveToBin,
  type RequestState,
  standsAt,
} from './request-state.ts';
import type { RequestFacts, RequestStep } from './request-step.ts';
import { settleAct } from './settle-act.ts';

const record = (entry: RequestEntry): RequestStep => ({ kind: 'record', entry });

/**
 * Rows 8-16: the card that is owed, once the request was accepted for making it here; null where there is nothing
 * left to do for it. A resident who was there when the power failed need not be there now, so what was bound and not
 * handed over is kept for its owner (INV-2).
 */
export function settleCard(state: RequestState, facts: RequestFacts): RequestStep | null {
  const { submit, issue } = state;
  if (submit.stage === 'not-begun' || !isDone(submit) || issue !== 'on-the-spot') return null;
  const request = submit.key;
  const card = state.cards.at(-1);
  const deliver = (outcome: 'handed-over' | 'retained' | 'maybe-taken' | 'not-issued'): RequestStep | null =>
    state.delivery.stage === 'not-begun' ? { kind: 'deliver', request, outcome } : null;
  if (!card) return deliver('not-issued');
  const binding = settleAct(card.bind, facts, (key, detail) => ({
    kind: 'outcome',
    act: 'bind',
    key,
    detail,
  }));
  if (binding) return binding;
  // Not bound: nobody can use it, so the order for collection need not wait for the machine.
  if (!isDone(card.bind))
    return sensorsSay(card, facts) ?? deliver('not-issued') ?? settleUnbound(card, facts);
  return (
    settleOldCard(state, facts) ??
    (state.oldCard === 'kept' && state.switched.stage === 'not-begun' ? { kind: 'switch', request } : null) ??
    settlePresented(card, facts) ??
    (card.present === 'taken' || card.present === 'unknown' ? null : settleBin(card, 'retained', facts)) ??
    deliver(outcomeOf(card))
  );
}

/** What the authority is told of a bound card once its place is known, or known to be unknown. */
function outcomeOf({ present, bin }: CardState): 'handed-over' | 'retained' | 'maybe-taken' {
  if (present === 'taken') return 'handed-over';
  if (present === 'unknown' || bin?.end === 'unknown-place') return 'maybe-taken';
  // It stayed at the gate, where anybody can take it.
  return bin?.end === 'stayed' && bin.from === 'gate' ? 'maybe-taken' : 'retained';
}

function settleUnbound(card: CardState, facts: RequestFacts): RequestStep | null {
  if (card.taken === 'intended') return { kind: 'read-issuer' };
  return card.taken === 'at-chip-station' ? settleBin(card, 'rejected', facts) : null;
}

/** Row 9, and a move to the bin whose end is not on record; null while nobody asked the sensors. */
function sensorsSay(card: CardState, { devices }: RequestFacts): RequestStep | null {
  const { issuer } = devices;
  if (issuer === null) return null;
  if (card.taken === 'intended') {
    const result =
      issuer === 'none' ? 'nothing-moved' : issuer === 'jammed' ? 'unknown-place' : 'at-chip-station';
    const detail = { card: card.card, result, code: issuer } as const;
    return record({ kind: 'outcome', act: 'take-blank', key: null, detail });
  }
  const { bin } = card;
  if (bin === null || bin.end !== null) return null;
  const gone = bin.from === 'gate' ? 'unknown-place' : 'binned';
  const result = issuer === 'none' ? gone : issuer === 'jammed' ? 'unknown-place' : 'stayed';
  const detail = { card: card.card, result, code: issuer } as const;
  return record({ kind: 'outcome', act: 'to-bin', key: null, detail });
}

/** SWAP-3: a card that is still latched is the resident's, whatever the intent said (INV-5). */
function settleOldCard(state: RequestState, { devices }: RequestFacts): RequestStep | null {
  if (!hasHostage(state) || state.oldCard !== 'intended') return null;
  const { acceptor } = devices;
  if (acceptor === null) return { kind: 'read-acceptor' };
  const result =
    acceptor === 'none'
      ? 'kept'
      : acceptor === 'latched' || acceptor === 'gate'
        ? 'still-latched'
        : 'unknown-place';
  return record({ kind: 'outcome', act: 'retain-old', key: null, detail: { result, code: acceptor } });
}

/** Row 15. */
function settlePresented(card: CardState, { devices }: RequestFacts): RequestStep | null {
  if (card.present !== 'intended') return null;
  const { issuer } = devices;
  if (issuer === null) return { kind: 'read-issuer' };
  const result = issuer === 'none' || issuer === 'jammed' ? 'unknown' : 'not-taken';
  const detail = { card: card.card, result, code: issuer } as const;
  return record({ kind: 'outcome', act: 'present', key: null, detail });
}

function settleBin(card: CardState, as: 'rejected' | 'retained', facts: RequestFacts): RequestStep | null {
  if (card.bin !== null && card.bin.end === null) return sensorsSay(card, facts) ?? { kind: 'read-issuer' };
  return mayMoveToBin(card) ? { kind: 'to-bin', card: card.card, as, from: standsAt(card) } : null;
}
