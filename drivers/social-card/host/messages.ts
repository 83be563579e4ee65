import { z } from 'zod';

/** The protocol between the kiosk's core and the PC/SC host process. Bytes travel as hex. */

const hex = z.string().regex(/^(?:[0-9A-F]{2})*$/);
const id = z.int().nonnegative();

export const hostRequestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('readers'), id }),
  z.object({ kind: z.literal('connect'), id, reader: z.string().min(1) }),
  z.object({ kind: z.literal('transmit'), id, command: hex, maxAnswerLength: z.int().positive() }),
  z.object({ kind: z.literal('disconnect'), id }),
]);
export type HostRequest = z.infer<typeof hostRequestSchema>;

const cardStateSchema = z.object({
  reader: z.string(),
  /** A card is in the reader, powered or not. */
  present: z.boolean(),
});

export const hostMessageSchema = z.discriminatedUnion('kind', [
  /** The watch runs; the states of the readers that exist have been sent. */
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('card-state'), ...cardStateSchema.shape }),
  z.object({ kind: z.literal('reader-gone'), reader: z.string() }),
  /** pcscd is not there, or went away: this host is of no more use. */
  z.object({ kind: z.literal('service-lost'), message: z.string() }),
  z.object({ kind: z.literal('readers-listed'), id, readers: z.array(z.string()) }),
  z.object({ kind: z.literal('connected'), id, atr: hex }),
  z.object({ kind: z.literal('answer'), id, answer: hex }),
  z.object({ kind: z.literal('disconnected'), id }),
  /** Text of the PC/SC binding: it has no codes (platform facts). */
  z.object({ kind: z.literal('failed'), id, message: z.string() }),
]);
export type HostMessage = z.infer<typeof hostMessageSchema>;

/** Answers that close a request. */
export type HostReply = Extract<HostMessage, { id: number }>;
