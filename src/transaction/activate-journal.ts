import { z } from 'zod';
import { unreachable } from '../result.ts';
import type { AuthorityFacts, Decision } from './decision.ts';
import { keyedIntent, keyedOutcome, printReceiptEntries } from './entry-shapes.ts';
import { type ActAnswer, type ActStage, actAnswer, answerOf } from './keyed-act.ts';

/**
 * Journal of an activation (ACT-6: online only; PIN blocks are never stored, so nothing could be sent again even
 * if somebody wanted to).
 *
 * | # | entry                  | power fails right after it                                               |
 * |---|------------------------|--------------------------------------------------------------------------|
 * | 0 | opened, no entry       | close: nothing happened                                                  |
 * | 1 | I activate K           | unknown: ask K. Done, refused: that. In progress: ask again. Never        |
 * |   |                        | received: void K, then close as nothing happened                         |
 * | 2 | O activate in-progress | as 1                                                                     |
 * | 3 | O done, refused, void  | close with that; void is nothing happened                                |
 * | 4 | I, O print-receipt     | as before it                                                             |
 */
export const activateEntry = z.union([
  keyedIntent('activate'),
  keyedOutcome('activate', actAnswer),
  ...printReceiptEntries,
]);
export type ActivateEntry = z.infer<typeof activateEntry>;

/** What to do with an open activation; see the table above. */
export function settleActivate(activate: ActStage, facts: AuthorityFacts | null): Decision {
  if (activate.stage === 'not-begun') {
    return { kind: 'close-nothing-happened', receipt: 'nothing-happened', record: null };
  }
  const { key } = activate;
  if (activate.stage === 'answered' && activate.answer.result !== 'in-progress') {
    return closeActivate(activate.answer, null);
  }
  const heard = facts?.get(key);
  if (heard === undefined) return { kind: 'ask-authority', receipt: 'unknown-asking', key };
  const answer = answerOf(heard);
  if (answer === null) return { kind: 'void-at-authority', receipt: 'unknown-asking', key };
  if (answer.result === 'in-progress') return { kind: 'ask-authority', receipt: 'unknown-asking', key };
  return closeActivate(answer, answer);
}

function closeActivate(
  answer: Exclude<ActAnswer, { result: 'in-progress' }>,
  record: ActAnswer | null,
): Decision {
  switch (answer.result) {
    case 'done':
      return { kind: 'close-done', receipt: 'done-here', record };
    case 'refused':
      return { kind: 'close-refused', receipt: 'refused', code: answer.code, record };
    case 'void':
      return { kind: 'close-nothing-happened', receipt: 'nothing-happened', record };
    default:
      return unreachable(answer);
  }
}
