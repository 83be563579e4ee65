import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { keyEventPayload, parsePayload } from './xfs-payloads.ts';

/** Keys whose value XFS4IoT must not tell while a PIN is typed: ten digits and A to F. */
const SECRET_KEY = /^(zero|one|two|three|four|five|six|seven|eight|nine|[a-f]|[0-9]|doubleZero|tripleZero)$/;

/**
 * How many digits stand after one `Keyboard.KeyEvent` (ACT-4: the application sees a count and nothing else).
 * A pad that names a digit is in clear-text mode, or not the pad we bought: `clear-digit-from-pad`.
 */
export function countAfterKey(
  count: number,
  maxDigits: number,
  payload: unknown,
): Result<number, DeviceTrouble> {
  const parsed = parsePayload(keyEventPayload, payload);
  if (!parsed.ok) return parsed;
  const { completion, digit } = parsed.value;
  if (digit && SECRET_KEY.test(digit)) {
    return err(deviceTrouble('clear-digit-from-pad', 'the PIN pad told the value of a PIN key'));
  }
  switch (completion) {
    case 'continue':
      return ok(Math.min(count + 1, maxDigits));
    case 'backspace':
      return ok(Math.max(count - 1, 0));
    case 'clear':
      return ok(0);
    default:
      return ok(count);
  }
}
