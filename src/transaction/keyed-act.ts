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
export const JOURNAL_FAULTS = [
  'unreadable-entry',
  'intent-twice',
  'outcome-without-intent',
  'key-changed',
  'outcome-after-the-end',
  /** An act was begun before what settlement.md puts before it. */
  'out-of-order',
  /** An act or a fee that this service has not got. */
  'not-of-this-service',
  /** What an entry says cannot be true beside what is on record. */
  'contradiction',
  /** Only what the outbox carries waits for the office in writing; everything else is asked about. */
  'in-progress-without-outbox',
  /** Not the journal: the centre no longer knows an order whose QR code was shown. */
  'order-forgotten',
] as const;
export type JournalFault = (typeof JOURNAL_FAULTS)[number];

/** The fields of an entry that tell how far an act has come. */
export interface ActEntry {
  readonly kind: 'intent' | 'outcome';
  readonly key: IdempotencyKey;
  readonly answer: ActAnswer | null;
}

/** `outbox`: the sender brings it and writes down that it waits. `asked`: only its end is ever written. */
export type ActCourse = 'outbox' | 'asked';

/** One more entry of one act. The key is made at the intent and never changes (INV-4). */
export function nextStage(
  stage: ActStage,
  entry: ActEntry,
  course: ActCourse,
): Result<ActStage, JournalFault> {
  if (entry.kind === 'intent') {
    return stage.stage === 'not-begun' ? ok({ stage: 'intended', key: entry.key }) : err('intent-twice');
  }
  if (stage.stage === 'not-begun' || entry.answer === null) return err('outcome-without-intent');
  if (entry.key !== stage.key) return err('key-changed');
  if (stage.stage === 'answered' && stage.answer.result !== 'in-progress') {
    return err('outcome-after-the-end');
  }
  if (course === 'asked' && entry.answer.result === 'in-progress') return err('in-progress-without-outbox');
  return ok({ stage: 'answered', key: entry.key, answer: entry.answer });
}

/** Walks the entries of one act in order. */
export function readAct(entries: readonly ActEntry[], course: ActCourse): Result<ActStage, JournalFault> {
  let stage: ActStage = { stage: 'not-begun' };
  for (const entry of entries) {
    const next = nextStage(stage, entry, course);
    if (!next.ok) return next;
    stage = next.value;
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
