import { BLOCK_BYTES } from '../../src/pin-block/iso4.ts';
import { aborted, type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import type { PinBlock, PinEntryOptions, PinTrouble } from '../../src/ports/pin-pad.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { completionOutcome } from './completion-outcome.ts';
import type { XfsAnomaly } from './conversation.ts';
import { countAfterKey } from './entry-count.ts';
import type { CommandOptions, XfsConnection } from './xfs-connection.ts';
import { parsePayload, pinBlockPayload, pinEntryPayload } from './xfs-payloads.ts';

/** What the entry needs to know of the pad it is made at. */
export interface EntrySetting {
  readonly keyName: string;
  readonly format: PinBlock['format'];
  readonly entryMs: number;
  readonly answerMs: number;
  readonly onAnomaly: (anomaly: XfsAnomaly) => void;
}

/** The pad ends the entry itself; only when it fails to, after this long, is it called dead. */
const GRACE_MS = 5_000;

const DIGIT_KEYS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Enter and cancel end the entry; clear and backspace mend it. */
const ACTIVE_KEYS = {
  ...Object.fromEntries([...DIGIT_KEYS, 'clear', 'backspace'].map((key) => [key, { terminate: false }])),
  enter: { terminate: true },
  cancel: { terminate: true },
};

/**
 * `Keyboard.PinEntry`, then `PinPad.GetPinBlock` in ISO format 4 bound to the account (ACT-4). An abort cancels
 * at the pad before it is answered, so that the pad never goes on listening for somebody who has left.
 */
export async function enterPinAt(
  connection: XfsConnection,
  setting: EntrySetting,
  options: PinEntryOptions,
  signal: AbortSignal,
): Promise<Result<PinBlock, PinTrouble>> {
  const typed = await typeDigits(connection, setting, options, signal);
  if (!typed.ok) return typed;
  const answer = await run(connection, 'PinPad.GetPinBlock', pinBlockCommand(setting, options), signal, {
    completionMs: setting.answerMs,
    serviceTimeoutMs: setting.answerMs,
  });
  if (!answer.ok) return answer;
  const parsed = parsePayload(pinBlockPayload, answer.value);
  if (!parsed.ok) return parsed;
  const block = Buffer.from(parsed.value.pinBlock, 'base64');
  if (block.length !== BLOCK_BYTES) {
    return err(deviceTrouble('bad-pin-block', `the pad sent ${block.length} bytes for a PIN block`));
  }
  return ok({ format: setting.format, keyName: setting.keyName, block: block.toString('hex').toUpperCase() });
}

async function typeDigits(
  connection: XfsConnection,
  setting: EntrySetting,
  options: PinEntryOptions,
  signal: AbortSignal,
): Promise<Result<void, PinTrouble>> {
  let count = 0;
  let breach: DeviceTrouble | null = null;
  const stopForBreach = new AbortController();
  const onEvent = (name: string, payload: unknown): void => {
    if (name !== 'Keyboard.KeyEvent' || breach) return;
    const after = countAfterKey(count, options.maxDigits, payload);
    if (!after.ok) {
      if (after.error.code === 'clear-digit-from-pad') {
        breach = after.error;
        stopForBreach.abort();
      } else setting.onAnomaly('bad-event-payload');
      return;
    }
    count = after.value;
    options.onKey(count);
  };
  const command = {
    minLen: options.minDigits,
    maxLen: options.maxDigits,
    autoEnd: false,
    activeKeys: ACTIVE_KEYS,
  };
  const stop = AbortSignal.any([signal, stopForBreach.signal]);
  const answer = await run(connection, 'Keyboard.PinEntry', command, stop, {
    completionMs: setting.entryMs + GRACE_MS,
    serviceTimeoutMs: setting.entryMs,
    onEvent,
  });
  if (breach) return err(breach);
  if (!answer.ok) return answer;
  const parsed = parsePayload(pinEntryPayload, answer.value);
  if (!parsed.ok) return parsed;
  const { digits, completion } = parsed.value;
  if (completion === 'cancel') return err({ kind: 'cancelled-at-pad' });
  if (completion !== 'enter' || digits < options.minDigits || digits > options.maxDigits) {
    return err(deviceTrouble('bad-entry', `the entry ended by ${completion} with ${digits} digits`));
  }
  return ok(undefined);
}

const pinBlockCommand = (setting: EntrySetting, options: PinEntryOptions) => ({
  customerData: options.accountNumber,
  format: 'iso4',
  key: setting.keyName,
  cryptoMethod: 'ecb',
});

/** One command; a cancel we did not ask for, and every refusal, gets its name. */
async function run(
  connection: XfsConnection,
  name: string,
  payload: unknown,
  signal: AbortSignal,
  options: CommandOptions,
): Promise<Result<unknown, PinTrouble>> {
  const completion = await connection.command(name, payload, { ...options, signal });
  if (signal.aborted) return err(aborted);
  if (!completion.ok) return completion;
  const outcome = completionOutcome(completion.value);
  if (outcome.ok) return outcome;
  const trouble = outcome.error;
  if (trouble.kind !== 'cancelled') return err(trouble);
  return err(deviceTrouble('cancelled-by-pad', `${name} was cancelled at the pad's side`));
}
