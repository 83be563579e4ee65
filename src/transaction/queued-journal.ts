import { z } from 'zod';
import { unreachable } from '../result.ts';
import type { AuthorityFacts, Decision } from './decision.ts';
import { keyedIntent, keyedOutcome, printReceiptEntries } from './entry-shapes.ts';
import { type ActAnswer, type ActStage, actAnswer, answerOf } from './keyed-act.ts';

/** What the one act of a queued request is called in its journal. */
export const QUEUED_ACTS = { apply: 'submit', loss: 'loss', certify: 'certify' } as const;
export type QueuedService = keyof typeof QUEUED_ACTS;

/**
 * Journal of a request that goes through the outbox (APPLY-8, LOSS-5, CERT-2, INV-4). `act` is submit, loss or certify.
 *
 * | # | entry                   | power fails right after it                                                |
 * |---|-------------------------|---------------------------------------------------------------------------|
 * | 0 | opened, no entry        | close: nothing happened                                                   |
 * | 1 | I act K, with outbox row| accepted: the outbox brings it to the office, however often it must try   |
 * | 2 | O act in-progress       | the office has it and has not decided; the outbox asks again              |
 * | 3 | O act done or refused   | close with that                                                           |
 * | 4 | I, O print-receipt      | as before it: a receipt is printed later from its reference               |
 */
export const queuedEntries = {
  apply: z.union([keyedIntent('submit'), keyedOutcome('submit', actAnswer), ...printReceiptEntries]),
  loss: z.union([keyedIntent('loss'), keyedOutcome('loss', actAnswer), ...printReceiptEntries]),
  certify: z.union([keyedIntent('certify'), keyedOutcome('certify', actAnswer), ...printReceiptEntries]),
} as const;
export type QueuedEntry = z.infer<(typeof queuedEntries)[QueuedService]>;

/** What to do with an open queued request; see the table above. */
export function settleQueued(act: ActStage, facts: AuthorityFacts | null): Decision {
  if (act.stage === 'not-begun') {
    return { kind: 'close-nothing-happened', receipt: 'nothing-happened', record: null };
  }
  const { key } = act;
  const onRecord = act.stage === 'answered' ? act.answer : null;
  if (onRecord !== null && onRecord.result !== 'in-progress') return closeQueued(onRecord, null);

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
  return closeQueued(answer, answer);
}

/** INV-4: what was accepted never just goes away; one withdrawn by the office ends as refused, and is seen. */
function closeQueued(
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
