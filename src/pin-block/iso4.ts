import type { Result } from '../result.ts';
import { err, ok } from '../result.ts';

/**
 * ISO 9564-1 format 4 PIN blocks (protocols.md 3.1): E(K, E(K, PIN field) xor PAN field). The 128-bit block
 * cipher comes in from outside: AES by the standard, SM4 in the same construction where the bank asks for it.
 */

/** One 16-byte block in, one out, under a key the implementation holds (ECB, no padding). */
export interface BlockCipher {
  encrypt(block: Uint8Array): Uint8Array;
  decrypt(block: Uint8Array): Uint8Array;
}

/** Bytes of every field, and of the enciphered block. */
export const BLOCK_BYTES = 16;
/** Random bytes in the right half of the PIN field. */
export const RANDOM_BYTES = 8;

const CONTROL = 0x4;
const FILL = 0xa;
/** Digits of the account number that need no length nibble. */
const PAN_BASE_DIGITS = 12;

export type PinBlockTrouble =
  | { readonly kind: 'pin-not-4-to-12-digits' }
  | { readonly kind: 'account-number-not-1-to-19-digits' }
  | { readonly kind: 'wrong-length'; readonly expected: number; readonly actual: number }
  /** Wrong key, wrong account number or a damaged block: the opened field is not a PIN field. */
  | { readonly kind: 'not-a-pin-field' };

function packNibbles(nibbles: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(nibbles.length / 2);
  for (const [index, nibble] of nibbles.entries()) {
    const at = index >> 1;
    bytes[at] = ((bytes[at] ?? 0) << 4) | nibble;
  }
  return bytes;
}

const digitsOf = (text: string): number[] => [...text].map(Number);

/** The clear PIN field: `4`, length, digits, `A` up to eight bytes, then eight random bytes. */
export function pinField(pin: string, random: Uint8Array): Result<Uint8Array, PinBlockTrouble> {
  if (!/^\d{4,12}$/.test(pin)) return err({ kind: 'pin-not-4-to-12-digits' });
  if (random.length !== RANDOM_BYTES) {
    return err({ kind: 'wrong-length', expected: RANDOM_BYTES, actual: random.length });
  }
  const nibbles = [CONTROL, pin.length, ...digitsOf(pin)];
  while (nibbles.length < BLOCK_BYTES) nibbles.push(FILL);
  const field = new Uint8Array(BLOCK_BYTES);
  field.set(packNibbles(nibbles));
  field.set(random, BLOCK_BYTES - RANDOM_BYTES);
  return ok(field);
}

/** The PAN field: a nibble for the digits beyond twelve, the account number, zeros. */
export function panField(accountNumber: string): Result<Uint8Array, PinBlockTrouble> {
  if (!/^\d{1,19}$/.test(accountNumber)) return err({ kind: 'account-number-not-1-to-19-digits' });
  const padded = accountNumber.padStart(PAN_BASE_DIGITS, '0');
  const nibbles = [padded.length - PAN_BASE_DIGITS, ...digitsOf(padded)];
  while (nibbles.length < BLOCK_BYTES * 2) nibbles.push(0);
  return ok(packNibbles(nibbles));
}

const xor = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  left.map((byte, index) => byte ^ (right[index] ?? 0));

/** Enciphers a PIN for one account number. Only the pad calls this: the kiosk never holds the digits (ACT-4). */
export function sealPin(
  pin: string,
  accountNumber: string,
  random: Uint8Array,
  cipher: BlockCipher,
): Result<Uint8Array, PinBlockTrouble> {
  const clear = pinField(pin, random);
  if (!clear.ok) return clear;
  const pan = panField(accountNumber);
  if (!pan.ok) return pan;
  return ok(cipher.encrypt(xor(cipher.encrypt(clear.value), pan.value)));
}

/** The digits of a clear PIN field, or null where control, length, digits or fill are wrong. */
function readPinField(field: Uint8Array): string | null {
  const nibbles = [...field.subarray(0, BLOCK_BYTES - RANDOM_BYTES)].flatMap((b) => [b >> 4, b & 0x0f]);
  const length = nibbles[1] ?? 0;
  if (nibbles[0] !== CONTROL || length < 4 || length > 12) return null;
  const digits = nibbles.slice(2, 2 + length);
  const fill = nibbles.slice(2 + length);
  if (digits.some((digit) => digit > 9) || fill.some((nibble) => nibble !== FILL)) return null;
  return digits.join('');
}

/** Opens a block: the bank's end, where the digits may be seen (ACT-3). Throws away the random half. */
export function openPin(
  block: Uint8Array,
  accountNumber: string,
  cipher: BlockCipher,
): Result<string, PinBlockTrouble> {
  if (block.length !== BLOCK_BYTES) {
    return err({ kind: 'wrong-length', expected: BLOCK_BYTES, actual: block.length });
  }
  const pan = panField(accountNumber);
  if (!pan.ok) return pan;
  const pin = readPinField(cipher.decrypt(xor(cipher.decrypt(block), pan.value)));
  return pin === null ? err({ kind: 'not-a-pin-field' }) : ok(pin);
}
