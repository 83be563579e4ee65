import { z } from 'zod';
import { unreachable } from '../result.ts';
import type { AuthorityFacts, Decision } from './decision.ts';
import { keyedIntent, keyedOutcome, printReceiptEntries } from './entry-shapes.ts';
import { type ActAnswer, type ActStage, actAnswer, answerOf } from './keyed-act.ts';

/**
 * Journal of an application (APPLY-8, INV-4).
 *
 * | # | entry                      | power fails right after it                                             |
 * |---|----------------------------|------------------------------------------------------------------------|
 * | 0 | opened, no entry           | close: nothing happened                                                |
 * | 1 | I submit K, with outbox row| accepted: the outbox brings it to the office, however often it must try |
 * | 2 | O submit in-progress       | the office has it and has not decided; the outbox asks again            |
 * | 3 | O submit done or refused   | close with that                                                        |
 * | 4 | I, O print-receipt         | as before it: a receipt is printed later from its reference             |
 */
export const applyEntry = z.union([
  keyedIntent('submit'),
  keyedOutcome('submit', actAnswer),
  ...printReceiptEntries,
]);
export type ApplyEntry = z.infer<typeof applyEntry>;

/** What to do with an open application; see the table above. */
export function settleApply(submit: ActStage, facts: AuthorityFacts | null): Decision {
  if (submit.stage === 'not-begun') {
    return { kind: 'close-nothing-happened', receipt: 'nothing-happened', record: null };
  }
  const { key } = submit;
  const onRecord = submit.stage === 'answered' ? submit.answer : null;
  if (onRecord !== null && onRecord.result !== 'in-progress') return closeApply(onRecord, null);

  const heard = facts?.get(key);
  if (heard === undefined) {
    const receipt = onRecord === null ? 'accepted-not-yet-sent' : 'sent-waiting-for-office';
    return { kind: 'wait-for-outbox', receipt, key, record: null };
  }
  const answer = answerOf(heard);
  // Never received: the outbox still holds it and sends it again under the same key.
  if (answer === null)
    return { kind: 'wait-for-outbox', receipt: 'accepted-not-yet-sent', key, record: null };
  if (answer.result === 'in-progress') {
    const record = onRecord === null ? answer : null;
    return { kind: 'wait-for-outbox', receipt: 'sent-waiting-for-office', key, record };
  }
  return closeApply(answer, answer);
}

/** INV-4: what was accepted never just goes away; one withdrawn by the office ends as refused, and is seen. */
function closeApply(
  answer: Exclude<ActAnswer, { result: 'in-progress' }>,
  record: ActAnswer | null,
): Decision {
  switch (answer.result) {
    case 'done':
      return { kind: 'close-done', receipt: 'done-here', record };
    case 'refused':
      return { kind: 'close-refused', receipt: 'refused', code: answer.code, record };
    case 'void':
      return { kind: 'close-refused', receipt: 'refused', code: 'void', record };
    default:
      return unreachable(answer);
  }
}
