import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { XfsCompletion } from './xfs-message.ts';
import { errorPayload } from './xfs-payloads.ts';

/** What a command came to, when it did not succeed. */
export type CompletionTrouble =
  | DeviceTrouble
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'timed-out' };

/** Every completion code of XFS4IoT (protocols.md 5.4) and its name in this house. */
export const COMPLETION_CODES = {
  success: 'success',
  commandErrorCode: 'command-error',
  canceled: 'cancelled',
  deviceNotReady: 'device-not-ready',
  hardwareError: 'hardware-error',
  internalError: 'internal-error',
  invalidCommand: 'invalid-command',
  invalidRequestID: 'invalid-request-id',
  timeOut: 'timed-out',
  unsupportedCommand: 'unsupported-command',
  invalidData: 'invalid-data',
  userError: 'user-error',
  unsupportedData: 'unsupported-data',
  fraudAttempt: 'fraud-attempt',
  sequenceError: 'sequence-error',
  authorisationRequired: 'authorisation-required',
  noCommandNonce: 'no-command-nonce',
  invalidToken: 'invalid-token',
  invalidTokenNonce: 'invalid-token-nonce',
  invalidTokenHMAC: 'invalid-token-hmac',
  invalidTokenFormat: 'invalid-token-format',
  invalidTokenKeyNoValue: 'invalid-token-key-no-value',
  notEnoughSpace: 'not-enough-space',
} as const;

export type CompletionCode = keyof typeof COMPLETION_CODES;

const isKnown = (code: string): code is CompletionCode => Object.hasOwn(COMPLETION_CODES, code);

/** A vendor's words may echo the account number we sent: digit runs are blotted out, length is bounded. */
const safeWords = (text: string | null | undefined): string =>
  (text ?? '').replace(/\d{4,}/g, '…').slice(0, 200);

const kebab = (code: string): string => code.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();

/** `commandErrorCode` says more in the payload: `noPin`, `keyNotFound`, `entryTimeout`, … */
function commandError(completion: XfsCompletion): CompletionTrouble {
  const parsed = errorPayload.safeParse(completion.payload);
  const words = safeWords(completion.errorDescription);
  if (!parsed.success || !/^[A-Za-z]{1,40}$/.test(parsed.data.errorCode)) {
    return deviceTrouble('command-error', `${completion.name} failed and did not say why ${words}`.trim());
  }
  if (parsed.data.errorCode === 'entryTimeout') return { kind: 'timed-out' };
  const code = kebab(parsed.data.errorCode);
  return deviceTrouble(code, `${completion.name}: ${parsed.data.errorCode} ${words}`.trim());
}

/** The completion's payload when it succeeded, else the named outcome of its code. */
export function completionOutcome(completion: XfsCompletion): Result<unknown, CompletionTrouble> {
  const code = completion.completionCode;
  if (!isKnown(code)) {
    return err(deviceTrouble('unknown-completion-code', `${completion.name} ended with an unknown code`));
  }
  switch (code) {
    case 'success':
      return ok(completion.payload);
    case 'canceled':
      return err({ kind: 'cancelled' });
    case 'timeOut':
      return err({ kind: 'timed-out' });
    case 'commandErrorCode':
      return err(commandError(completion));
    default: {
      const words = safeWords(completion.errorDescription);
      return err(deviceTrouble(COMPLETION_CODES[code], `${completion.name}: ${code} ${words}`.trim()));
    }
  }
}
