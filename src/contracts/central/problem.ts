import { z } from 'zod';

/** RFC 9457 problem document; `code` is ours, stable, and what programs look at. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
});
export type Problem = z.infer<typeof problem>;
