import { z } from 'zod';
import type { IdempotencyKey } from '../brand.ts';

/**
 * Shapes of journal entries. An intent is committed before its act, the outcome after it; the outbox rows an act
 * needs are committed with the entry that makes them true (architecture.md "Transactions"). Transaction, order and
 * time are columns of the store; entries hold codes only, never personal data.
 */
export const idempotencyKey = z
  .string()
  .min(1)
  .transform((text) => text as IdempotencyKey);

/** Written before the act `act`, which the authority knows by `key`. */
export const keyedIntent = <A extends string>(act: A) =>
  z.strictObject({
    kind: z.literal('intent'),
    act: z.literal(act),
    key: idempotencyKey,
    detail: z.strictObject({}),
  });

/** Written after the act, and each time more is known about it. */
export const keyedOutcome = <A extends string, D extends z.ZodType>(act: A, detail: D) =>
  z.strictObject({ kind: z.literal('outcome'), act: z.literal(act), key: idempotencyKey, detail });

/**
 * A receipt was offered on paper. Nothing hangs on it: a receipt can be printed again later from its reference,
 * so settling never prints, and the outcome may stand without an intent.
 */
export const printReceiptEntries = [
  z.strictObject({
    kind: z.literal('intent'),
    act: z.literal('print-receipt'),
    key: z.null(),
    detail: z.strictObject({}),
  }),
  z.strictObject({
    kind: z.literal('outcome'),
    act: z.literal('print-receipt'),
    key: z.null(),
    /** `printed` or the printer's trouble. */
    detail: z.strictObject({ outcome: z.string().min(1).max(60) }),
  }),
] as const;
