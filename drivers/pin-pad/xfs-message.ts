import { z } from 'zod';
import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../src/result.ts';

/**
 * The XFS4IoT envelope (protocols.md 5.4): JSON text frames of `header` and `payload`. Both ends of the wire
 * use this file; payloads are parsed where they are understood (xfs-payloads.ts).
 */

/** A frame longer than this is never a PIN pad's: 64 KiB. */
export const MAX_FRAME_BYTES = 64 * 1024;

const name = z.string().regex(/^[A-Za-z]+\.[A-Za-z]+$/);
const requestId = z.number().int().positive();
const payload = z.unknown();

const envelope = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('command'),
    name,
    requestId,
    /** Milliseconds; 0 never times out. */
    timeout: z.number().int().nonnegative().default(0),
    payload,
  }),
  z.object({ type: z.literal('acknowledge'), name, requestId, payload }),
  z.object({ type: z.literal('event'), name, requestId, payload }),
  z.object({
    type: z.literal('completion'),
    name,
    requestId,
    completionCode: z.string().min(1),
    errorDescription: z.string().nullish(),
    payload,
  }),
  z.object({ type: z.literal('unsolicited'), name, payload }),
]);

export type XfsMessage = z.infer<typeof envelope>;
export type XfsCommand = Extract<XfsMessage, { type: 'command' }>;
export type XfsCompletion = Extract<XfsMessage, { type: 'completion' }>;
/** What a service sends inside one request. */
export type XfsReply = Extract<XfsMessage, { type: 'acknowledge' | 'event' | 'completion' }>;

const frame = z.object({
  header: z.record(z.string(), z.unknown()),
  payload: z.unknown().optional(),
});
/** Services before XFS4IoT 2.0 put the completion code into the payload. */
const olderCompletion = z.object({ completionCode: z.string(), errorDescription: z.string().nullish() });

/** The type and interface version a message is sent with. */
const VERSION = '2.0';

function parseJson(text: string): Result<unknown, DeviceTrouble> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err(deviceTrouble('bad-message', 'the frame is not JSON'));
  }
}

/** Reads one text frame; `bad-message` for anything that is no XFS4IoT message. Never throws. */
export function parseXfsMessage(text: string): Result<XfsMessage, DeviceTrouble> {
  if (text.length > MAX_FRAME_BYTES) return err(deviceTrouble('bad-message', 'the frame is too long'));
  const json = parseJson(text);
  if (!json.ok) return json;
  const outer = frame.safeParse(json.value);
  if (!outer.success) return err(deviceTrouble('bad-message', 'the frame has no header'));
  const older = olderCompletion.safeParse(outer.data.payload);
  const parsed = envelope.safeParse({
    ...(older.success ? older.data : {}),
    ...outer.data.header,
    payload: outer.data.payload ?? {},
  });
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    return err(deviceTrouble('bad-message', `the header is wrong at «${where}»`));
  }
  return ok(parsed.data);
}

/** Writes one message as the text frame the other end reads. */
export function formatXfsMessage(message: XfsMessage): string {
  const { payload: body, ...header } = message;
  return JSON.stringify({ header: { ...header, version: VERSION }, payload: body ?? {} });
}
