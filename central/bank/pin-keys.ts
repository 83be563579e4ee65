import { createCipheriv, createDecipheriv } from 'node:crypto';
import { type BlockCipher, openPin } from '../../src/pin-block/iso4.ts';
import type { PinBlock } from '../../src/ports/pin-pad.ts';
import { err, type Result } from '../../src/result.ts';

/** PIN keys by slot name: twins of the keys in the pads. 16 bytes each, never in the database. */
export type PinKeys = Readonly<Record<string, Uint8Array>>;

const CIPHERS = { 'iso4-aes': 'aes-128-ecb', 'iso4-sm4': 'sm4-ecb' } as const;

/** One block in, one block out: format 4 chains by itself. */
export function blockCipher(format: PinBlock['format'], key: Uint8Array): BlockCipher {
  const algorithm = CIPHERS[format];
  return {
    encrypt: (block) => {
      const cipher = createCipheriv(algorithm, key, null).setAutoPadding(false);
      return Buffer.concat([cipher.update(block), cipher.final()]);
    },
    decrypt: (block) => {
      const cipher = createDecipheriv(algorithm, key, null).setAutoPadding(false);
      return Buffer.concat([cipher.update(block), cipher.final()]);
    },
  };
}

/** The digits inside a block; they must not leave the bank's folder nor be kept. */
export function openPinBlock(
  keys: PinKeys,
  block: PinBlock,
  accountNumber: string,
): Result<string, 'pin-block-unreadable'> {
  const key = Object.hasOwn(keys, block.keyName) ? keys[block.keyName] : undefined;
  if (key === undefined) return err('pin-block-unreadable');
  const opened = openPin(Buffer.from(block.block, 'hex'), accountNumber, blockCipher(block.format, key));
  return opened.ok ? opened : err('pin-block-unreadable');
}
