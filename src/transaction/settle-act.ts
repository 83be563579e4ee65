import { type ActAnswer, type ActStage, answerOf } from './keyed-act.ts';
import type { RequestEntry } from './request-entries.ts';
import { isPending } from './request-state.ts';
import type { RequestFacts, RequestStep } from './request-step.ts';

/** One act at the authority: asked about until known, voided where it never arrived; null where it is known. */
export function settleAct(
  act: ActStage,
  facts: RequestFacts,
  outcome: (key: Exclude<ActStage, { stage: 'not-begun' }>['key'], answer: ActAnswer) => RequestEntry,
): RequestStep | null {
  if (act.stage === 'not-begun' || !isPending(act)) return null;
  const heard = facts.authority.get(act.key);
  if (heard === undefined) return { kind: 'ask-authority', key: act.key };
  const answer = answerOf(heard);
  if (answer === null) return { kind: 'void-at-authority', key: act.key };
  if (answer.result === 'in-progress') return { kind: 'ask-authority', key: act.key };
  return { kind: 'record', entry: outcome(act.key, answer) };
}
