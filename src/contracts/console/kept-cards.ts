import { z } from 'zod';
import { instant } from '../fields.ts';
import { pageOf, pageQuery } from './paging.ts';

/** INV-5: a card kept in a bin, masked, with its place and reason. */
export const keptCardRow = z.strictObject({
  kioskId: z.string(),
  kioskName: z.string(),
  region: z.string().nullable(),
  card: z.string(),
  place: z.string(),
  reason: z.string(),
  since: instant,
  reference: z.string().nullable(),
});
export type KeptCardRow = z.infer<typeof keptCardRow>;

/** GET /fleet/kept-cards [everybody] */
export const keptCardsQuery = z.strictObject({
  ...pageQuery,
  region: z.string().min(1).max(40).optional(),
  kioskId: z.string().min(1).max(80).optional(),
});
export type KeptCardsQuery = z.infer<typeof keptCardsQuery>;
export const keptCardsAnswer = pageOf(keptCardRow);
export type KeptCardsAnswer = z.infer<typeof keptCardsAnswer>;
