import { z } from 'zod';

/** Parts of an address are text: numbers in them are read as such. */
export const pageQuery = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(500).default(50),
};

/** One page of a table, and how many rows there are in all. */
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.strictObject({ total: z.number().int().nonnegative(), rows: z.array(row) });
