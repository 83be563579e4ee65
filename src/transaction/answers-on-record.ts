import { z } from 'zod';
import type { IdempotencyKey } from '../brand.ts';
import { idempotencyKey } from './entry-shapes.ts';

/** What the authority once said of an act, by the journal. */
export interface AnswerOnRecord {
  readonly act: string;
  readonly key: IdempotencyKey;
  readonly outcome: string;
}

const keyedOutcome = z.object({
  kind: z.literal('outcome'),
  act: z.string(),
  key: idempotencyKey,
  detail: z.object({ result: z.string(), why: z.string().optional() }),
});

/**
 * Every act of a journal that the authority took in and answered, in order, with its last answer. Not among them: what
 * it is still deciding, which the outbox holds, and what it never had (voided, or no order ever was).
 */
export function answersOnRecord(entries: readonly unknown[]): readonly AnswerOnRecord[] {
  const answers = new Map<IdempotencyKey, AnswerOnRecord>();
  for (const entry of entries) {
    const { data } = keyedOutcome.safeParse(entry);
    if (data === undefined) continue;
    const { result, why } = data.detail;
    if (result === 'in-progress' || result === 'void' || why === 'none') answers.delete(data.key);
    else answers.set(data.key, { act: data.act, key: data.key, outcome: result });
  }
  return [...answers.values()];
}
