import { z } from 'zod';
import { unreachable } from '../result.ts';
import type { AuthorityFacts, Decision } from './decision.ts';
import { keyedIntent, keyedOutcome, printReceiptEntries } from './entry-shapes.ts';
import { type ActAnswer, type ActStage, actAnswer, answerOf } from './keyed-act.ts';

/** What the one act of an immediate request is called in its journal. */
export const IMMEDIATE_ACTS = {
  activate: 'activate',
  'undo-loss': 'undo-loss',
  'contact-data': 'contact-data',
} as const;
export type ImmediateService = keyof typeof IMMEDIATE_ACTS;

/**
 * Journal of one act that is only done online (ACT-6, LOSS-6, INFO-1). Its body, with PIN blocks and numbers, is
 * never stored, so nothing could be sent again even if somebody wanted to. `act` bears the name of the service.
 *
 * | # | entry                  | power fails right after it                                               |
 * |---|------------------------|--------------------------------------------------------------------------|
 * | 0 | opened, no entry       | close: nothing happened                                                  |
 * | 1 | I act K                | unknown: ask K. Done, refused: that. In progress: ask again. Never        |
 * |   |                        | received: void K, then close as nothing happened                         |
 * | 2 | O done, refused, void  | close with that; void is nothing happened                                |
 * | 3 | I, O print-receipt     | as before it                                                             |
 *
 * `in-progress` is never written here: no outbox waits for it, and asking again needs no row.
 */
export const immediateEntries = {
  activate: z.union([keyedIntent('activate'), keyedOutcome('activate', actAnswer), ...printReceiptEntries]),
  'undo-loss': z.union([
    keyedIntent('undo-loss'),
    keyedOutcome('undo-loss', actAnswer),
    ...printReceiptEntries,
  ]),
  'contact-data': z.union([
    keyedIntent('contact-data'),
    keyedOutcome('contact-data', actAnswer),
    ...printReceiptEntries,
  ]),
} as const;
export type ImmediateEntry = z.infer<(typeof immediateEntries)[ImmediateService]>;

/** What to do with an open immediate request; see the table above. */
export function settleImmediate(act: ActStage, facts: AuthorityFacts | null): Decision {
  if (act.stage === 'not-begun') {
    return { kind: 'close-nothing-happened', receipt: 'nothing-happened', record: null };
  }
  const { key } = act;
  if (act.stage === 'answered' && act.answer.result !== 'in-progress') {
    return closeImmediate(act.answer, null);
  }
  const heard = facts?.get(key);
  if (heard === undefined) return { kind: 'ask-authority', receipt: 'unknown-asking', key };
  const answer = answerOf(heard);
  if (answer === null) return { kind: 'void-at-authority', receipt: 'unknown-asking', key };
  if (answer.result === 'in-progress') return { kind: 'ask-authority', receipt: 'unknown-asking', key };
  return closeImmediate(answer, answer);
}

function closeImmediate(
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
