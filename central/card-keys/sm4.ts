import { createCipheriv } from 'node:crypto';
import type { Sm4Block } from '../../src/card-keys/reference-key-scheme.ts';

/** One block of SM4, enciphered: what the key schemes of cards and blanks stand on. */
export const sm4: Sm4Block = (key, block) => {
  const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(block), cipher.final()]);
};
