import { conclusionOf } from './request-conclusion.ts';
import { isDone, isPending, type RequestState } from './request-state.ts';
import type { RequestEnd, RequestFacts, TechnicianReason } from './request-step.ts';

/** The name of what a settled request has become: the card first, then the loss, then the money. */
export function requestEnd(state: RequestState): RequestEnd {
  const { newCard, loss, money, refusal } = conclusionOf(state, null);
  switch (newCard) {
    case 'handed-over':
      return 'card-handed-over';
    case 'to-collect':
      return 'card-owed';
    case 'held-here':
      return 'card-held';
    case 'maybe-taken':
      return 'card-maybe-taken';
    case 'unknown-place':
      return 'card-in-unknown-place';
    case 'none':
      break;
  }
  if (loss === 'done') return 'loss-stands';
  if (money.state === 'coming-back') return 'money-coming-back';
  return refusal === null ? 'nothing-happened' : 'refused';
}

/** INV-3, INV-4: what no program can bring to an end. */
export function technicianReasons(state: RequestState, facts: RequestFacts): TechnicianReason[] {
  const notTaken = (act: RequestState['refund']): boolean =>
    act.stage !== 'not-begun' && !isDone(act) && (!isPending(act) || facts.undeliverable.has(act.key));
  const reasons: [TechnicianReason, boolean][] = [
    ['blank-in-unknown-place', state.cards.some(({ taken }) => taken === 'unknown-place')],
    [
      'card-not-in-bin',
      state.cards.some(
        ({ bin, presentCode }) =>
          bin?.end === 'stayed' || bin?.end === 'unknown-place' || presentCode === 'jammed',
      ),
    ],
    ['old-card-in-unknown-place', state.oldCard === 'unknown-place'],
    ['refund-not-taken', notTaken(state.refund)],
    ['switch-not-taken', notTaken(state.switched)],
    ['delivery-not-taken', notTaken(state.delivery)],
  ];
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason);
}
