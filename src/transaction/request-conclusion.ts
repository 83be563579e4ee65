import type { RequestConclusion } from '../ports/card-transaction.ts';
import type { ActStage } from './keyed-act.ts';
import { hasHostage, isDone, isPending, keptFen, paidFen, type RequestState } from './request-state.ts';

/** What may be said of a request now, by its journal: exactly the rows reached. `given` is kept with the transaction. */
export function conclusionOf(
  state: RequestState,
  given: { readonly number: string | null; readonly day: string | null } | null,
): RequestConclusion {
  return {
    money: moneyOf(state),
    loss: stageWord(state.loss, 'none', 'done', 'not-done', 'not-done', 'unknown'),
    request: stageWord(state.submit, 'none', 'accepted', 'refused', 'not-done', 'unknown'),
    refusal: refusalOf(state.submit) ?? refusalOf(state.loss),
    newCard: newCardOf(state),
    oldCard: oldCardOf(state),
    number: given?.number ?? null,
    day: given?.day ?? null,
  };
}

/**
 * `unknown` with something paid: the money is here, and what goes back hangs on an act that is being asked about.
 */
function moneyOf(state: RequestState): RequestConclusion['money'] {
  const paid = paidFen(state);
  const kept = keptFen(state);
  const money = { paidFen: paid, keptFen: kept, returnFen: 0 };
  if (state.items.length === 0) return { ...money, state: 'none' };
  if (state.pay === null || state.pay.end?.result === 'not-paid') return { ...money, state: 'not-taken' };
  if (state.pay.end?.result !== 'paid') return { ...money, state: 'unknown' };
  if (isPending(state.loss) || isPending(state.submit)) return { ...money, state: 'unknown' };
  return paid > kept
    ? { ...money, returnFen: paid - kept, state: 'coming-back' }
    : { ...money, state: 'taken' };
}

function stageWord<T>(act: ActStage, none: T, done: T, refused: T, voided: T, unknown: T): T {
  if (act.stage === 'not-begun') return none;
  if (act.stage === 'intended') return unknown;
  const words = { done, refused, void: voided, 'in-progress': unknown };
  return words[act.answer.result];
}

const refusalOf = (act: ActStage): RequestConclusion['refusal'] =>
  act.stage === 'answered' && act.answer.result === 'refused' ? act.answer.code : null;

function newCardOf(state: RequestState): RequestConclusion['newCard'] {
  if (!isDone(state.submit)) return 'none';
  const card = state.cards.at(-1);
  // Owed from acceptance on, whatever became of blanks that were never anybody's.
  if (!card || !isDone(card.bind)) return 'to-collect';
  if (card.present === 'taken') return 'handed-over';
  if (card.present === 'unknown') return card.presentCode === 'jammed' ? 'unknown-place' : 'maybe-taken';
  switch (card.bin?.end) {
    case 'binned':
      return 'held-here';
    case 'stayed':
      return card.bin.from === 'gate' ? 'maybe-taken' : 'held-here';
    case 'unknown-place':
      return card.bin.from === 'gate' && card.bin.code === 'none' ? 'maybe-taken' : 'unknown-place';
    default:
      return 'unknown-place';
  }
}

function oldCardOf(state: RequestState): RequestConclusion['oldCard'] {
  if (state.service === 'replace') {
    if (isDone(state.submit)) return 'void';
    return isPending(state.submit) ? 'unknown' : 'none';
  }
  if (!hasHostage(state)) return 'none';
  switch (state.oldCard) {
    case 'kept':
      return 'kept';
    case 'not-begun':
    case 'still-latched':
      return 'still-valid';
    case 'intended':
    case 'unknown-place':
      return 'unknown';
  }
}
