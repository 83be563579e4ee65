import { z } from 'zod';

/** LOSS-2: so many days, or until it is undone. */
export const lossTerm = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('days'), days: z.number().int().positive().max(366) }),
  z.strictObject({ kind: z.literal('long-term') }),
]);
export type LossTerm = z.infer<typeof lossTerm>;

/** A term's value on the choose screen and in session facts: `days-…` or `long-term`. */
export type LossTermValue = `days-${number}` | 'long-term';
export const lossTermValue = (term: LossTerm): LossTermValue =>
  term.kind === 'days' ? `days-${term.days}` : term.kind;
