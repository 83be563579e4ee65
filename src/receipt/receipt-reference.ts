import type { ReceiptReference } from '../brand.ts';
import type { Entropy } from '../ports/clock.ts';
import { err, ok, type Result } from '../result.ts';

/** No 0 O 1 I L: what is read aloud or copied by hand stays clear. 31 is prime, which the check relies on. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const BASE = ALPHABET.length;
const BODY_CHARACTERS = 8;
/** 64 random bits reduced to 31⁸ (under 40 bits): the bias is below one in ten million. */
const ENTROPY_BYTES = 8;

/**
 * Weighted sum modulo 31, weights 2 to 9. Because 31 is prime and the weights differ, every single wrong character
 * and every swap of two characters is found.
 */
function checkCharacterOf(body: string): string {
  const sum = [...body].reduce((total, character, at) => total + (at + 2) * ALPHABET.indexOf(character), 0);
  return ALPHABET.charAt((BASE - (sum % BASE)) % BASE);
}

const written = (body: string): ReceiptReference =>
  `YKT-${body.slice(0, 4)}-${body.slice(4)}-${checkCharacterOf(body)}` as ReceiptReference;

/** A new reference, `YKT-XXXX-XXXX-C`. It says nothing about the resident or the kiosk. */
export function makeReceiptReference(entropy: Entropy): ReceiptReference {
  let rest = entropy.bytes(ENTROPY_BYTES).reduce((total, byte) => (total << 8n) | BigInt(byte), 0n);
  let body = '';
  while (body.length < BODY_CHARACTERS) {
    body += ALPHABET.charAt(Number(rest % BigInt(BASE)));
    rest /= BigInt(BASE);
  }
  return written(body);
}

/** `shape`: not a reference at all. `check-character`: one, but misread or mistyped. */
export type ReferenceFault = 'shape' | 'check-character';

/** Reads a reference as people type it: small letters, spaces and missing dashes are forgiven. */
export function parseReceiptReference(text: string): Result<ReceiptReference, ReferenceFault> {
  const plain = text.toUpperCase().replace(/[\s-]/g, '');
  const match = new RegExp(`^YKT([${ALPHABET}]{8})([${ALPHABET}])$`).exec(plain);
  if (!match) return err('shape');
  const [, body = '', check] = match;
  return checkCharacterOf(body) === check ? ok(written(body)) : err('check-character');
}
