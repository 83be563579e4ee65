import { z } from 'zod';

/** A sentence for operators, in both languages of the console. */
export const plainWords = z.strictObject({ zh: z.string().max(2_000), en: z.string().max(2_000) });
export type PlainWords = z.infer<typeof plainWords>;

/** Something wrong in a document: where (dotted path, empty: the document as such), and in an operator's words. */
export const documentFault = z.strictObject({ path: z.string().max(300), says: plainWords });
export type DocumentFault = z.infer<typeof documentFault>;

/** One thing that a document changes. */
export const difference = z.strictObject({
  /** Dotted path in the content. */
  path: z.string().max(300),
  change: z.enum(['added', 'removed', 'changed']),
  says: plainWords,
});
export type Difference = z.infer<typeof difference>;
