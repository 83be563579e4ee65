import { z } from 'zod';

/**
 * The policy pack that a request was begun under (INV-7): the authority judges it by the same rules and the same fee,
 * however late it arrives. Absent: by its own. Fixed when the operation is made, so that sending it again is the same.
 */
export const namedPack = z.object({
  id: z.string().min(1).max(60),
  version: z.number().int().positive().max(2_000_000_000),
});
export type NamedPack = z.infer<typeof namedPack>;
