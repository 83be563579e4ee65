import { z } from 'zod';
import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../src/result.ts';

/** Payloads of the commands, events and completions a PIN pad uses (protocols.md 5.3, 5.4). */

/** `ServicePublisher.GetServices`: one URI per service. */
export const servicesPayload = z.object({
  services: z.array(z.object({ serviceURI: z.string().min(1) })),
});

/** `Common.Capabilities`, as far as a PIN pad is asked. */
export const capabilitiesPayload = z.object({
  interfaces: z.array(z.object({ name: z.string(), commands: z.record(z.string(), z.unknown()).nullish() })),
  pinPad: z.object({ pinFormats: z.record(z.string(), z.boolean()).nullish() }).nullish(),
});

/** XFS4IoT's `potentialFraud` is folded into `fraudAttempt`: the kiosk treats both alike. */
const deviceState = z
  .enum([
    'online',
    'offline',
    'powerOff',
    'noDevice',
    'hardwareError',
    'userError',
    'deviceBusy',
    'fraudAttempt',
    'potentialFraud',
    'starting',
  ])
  .transform((state) => (state === 'potentialFraud' ? 'fraudAttempt' : state));

/** `Common.Status` and `Common.StatusChangedEvent`. An event may leave out what has not changed. */
export const statusPayload = z.object({ common: z.object({ device: deviceState }) });

/** Why a key event or an entry came. */
const entryCompletion = z.enum([
  'auto',
  'enter',
  'cancel',
  'continue',
  'clear',
  'backspace',
  'fdk',
  'help',
  'fk',
  'contFdk',
]);

/** `Keyboard.KeyEvent`: `digit` is absent for 0-9 and A-F while a PIN is typed. */
export const keyEventPayload = z.object({ completion: entryCompletion, digit: z.string().nullish() });

/** `Keyboard.PinEntry` completion: how many digits, and which key ended it. */
export const pinEntryPayload = z.object({
  digits: z.number().int().nonnegative(),
  completion: entryCompletion,
});

/** `PinPad.GetPinBlock` completion: Base64. */
export const pinBlockPayload = z.object({ pinBlock: z.base64() });

/** A completion with `commandErrorCode` names the error here. */
export const errorPayload = z.object({ errorCode: z.string().min(1) });

/** Parses one payload; `bad-payload` names the field, never its value. */
export function parsePayload<T>(schema: z.ZodType<T>, payload: unknown): Result<T, DeviceTrouble> {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return ok(parsed.data);
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  return err(deviceTrouble('bad-payload', `the payload is wrong at «${where}»`));
}
