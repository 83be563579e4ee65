import { z } from 'zod';
import type { IdempotencyKey } from '../brand.ts';
import { OPERATION_REFUSALS, type OperationOutcome } from '../contracts/central/operations.ts';
import { err, ok, type Result } from '../result.ts';

/** What an outcome entry of an act at the authority says. Only `in-progress` may be followed by another. */
export const actAnswer = z.discriminatedUnion('result', [
  z.strictObject({ result: z.literal('done') }),
  z.strictObject({ result: z.literal('refused'), code: z.enum(OPERATION_REFUSALS) }),
  z.strictObject({ result: z.literal('in-progress') }),
  z.strictObject({ result: z.literal('void') }),
]);
export type ActAnswer = z.infer<typeof actAnswer>;

/** How far one act at the authority has come, by the journal alone. */
export type ActStage =
  | { readonly stage: 'not-begun' }
  | { readonly stage: 'intended'; readonly key: IdempotencyKey }
  | { readonly stage: 'answered'; readonly key: IdempotencyKey; readonly answer: ActAnswer };

/** A journal that no run of the program can have written. It is never guessed at. */
export type JournalFault =
  | 'unreadable-entry'
  | 'intent-twice'
  | 'outcome-without-intent'
  | 'key-changed'
  | 'outcome-after-the-end';

/** The fields of an entry that tell how far an act has come. */
export interface ActEntry {
  readonly kind: 'intent' | 'outcome';
  readonly key: IdempotencyKey;
  readonly answer: ActAnswer | null;
}

/** Walks the entries of one act in order, on from `from`. The key is made at the intent and never changes (INV-4). */
export function readAct(
  entries: readonly ActEntry[],
  from: ActStage = { stage: 'not-begun' },
): Result<ActStage, JournalFault> {
  let stage = from;
  for (const entry of entries) {
    if (entry.kind === 'intent') {
      if (stage.stage !== 'not-begun') return err('intent-twice');
      stage = { stage: 'intended', key: entry.key };
      continue;
    }
    if (stage.stage === 'not-begun' || entry.answer === null) return err('outcome-without-intent');
    if (entry.key !== stage.key) return err('key-changed');
    if (stage.stage === 'answered' && stage.answer.result !== 'in-progress')
      return err('outcome-after-the-end');
    stage = { stage: 'answered', key: entry.key, answer: entry.answer };
  }
  return ok(stage);
}

/** The authority's word as an outcome entry would keep it; null where it says it has never seen the key. */
export function answerOf(outcome: OperationOutcome): ActAnswer | null {
  switch (outcome.state) {
    case 'done':
    case 'in-progress':
    case 'void':
      return { result: outcome.state };
    case 'refused':
      return { result: 'refused', code: outcome.code };
    case 'never-received':
      return null;
  }
}
