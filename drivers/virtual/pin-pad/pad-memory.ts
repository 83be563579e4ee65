import { createCipheriv, createDecipheriv } from 'node:crypto';
import {
  BLOCK_BYTES,
  type BlockCipher,
  type PinBlockTrouble,
  RANDOM_BYTES,
  sealPin,
} from '../../../src/pin-block/iso4.ts';
import type { Entropy } from '../../../src/ports/clock.ts';
import type { PinBlock } from '../../../src/ports/pin-pad.ts';
import type { Result } from '../../../src/result.ts';

const ALGORITHMS: Record<PinBlock['format'], string> = { 'iso4-aes': 'aes-128-ecb', 'iso4-sm4': 'sm4-ecb' };

/** A 128-bit block cipher of the system's OpenSSL. SM4 is missing where Node runs on BoringSSL (Electron). */
export function systemCipher(format: PinBlock['format'], key: Uint8Array): BlockCipher {
  if (key.length !== BLOCK_BYTES) throw new Error(`a PIN key has ${BLOCK_BYTES} bytes`);
  const algorithm = ALGORITHMS[format];
  return {
    encrypt: (block) => createCipheriv(algorithm, key, null).setAutoPadding(false).update(block),
    decrypt: (block) => createDecipheriv(algorithm, key, null).setAutoPadding(false).update(block),
  };
}

/** The inside of the pad: typed digits and the PIN key. Only a count and an enciphered block come out. */
export class PadMemory {
  readonly #cipher: BlockCipher;
  readonly #entropy: Entropy;
  #digits = '';

  constructor(format: PinBlock['format'], key: Uint8Array, entropy: Entropy) {
    this.#cipher = systemCipher(format, key);
    this.#entropy = entropy;
  }

  get count(): number {
    return this.#digits.length;
  }

  type(digit: string): void {
    this.#digits += digit;
  }

  backspace(): void {
    this.#digits = this.#digits.slice(0, -1);
  }

  clear(): void {
    this.#digits = '';
  }

  /** ISO format 4 for one account. The digits are gone afterwards, whatever came of it. */
  seal(accountNumber: string): Result<Uint8Array, PinBlockTrouble> {
    const digits = this.#digits;
    this.clear();
    return sealPin(digits, accountNumber, this.#entropy.bytes(RANDOM_BYTES), this.#cipher);
  }
}
