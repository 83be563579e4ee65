import { z } from 'zod';
import { cardFaultsSchema, cardSpecSchema } from './card-spec.ts';

/** Between a test or the dev dock and the process that holds a virtual card. */

const id = z.int().nonnegative();

export const slotCommandSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('insert'), id, card: cardSpecSchema, faults: cardFaultsSchema }),
  z.object({ kind: z.literal('pull'), id }),
  z.object({ kind: z.literal('status'), id }),
]);
export type SlotCommand = z.infer<typeof slotCommandSchema>;

const slotStatusSchema = z.object({
  card: z.enum(['social-security', 'technician', 'bank-only', 'mute', 'nonsense']).nullable(),
  apdus: z.int().nonnegative(),
  connected: z.boolean(),
});

export const slotMessageSchema = z.discriminatedUnion('kind', [
  /** `port` is where a direct listener listens, or vpcd's port. */
  z.object({ kind: z.literal('ready'), port: z.int() }),
  z.object({ kind: z.literal('done'), id, status: slotStatusSchema }),
  z.object({ kind: z.literal('failed'), id, message: z.string() }),
]);
export type SlotMessage = z.infer<typeof slotMessageSchema>;
