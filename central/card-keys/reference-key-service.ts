import { createCipheriv } from 'node:crypto';
import { answerReferenceAuthentication, type Sm4Block } from '../../src/card-keys/reference-key-scheme.ts';
import type { CardKeys } from './key-service.ts';

const sm4: Sm4Block = (key, block) => {
  const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(block), cipher.final()]);
};

/** Answers for cards whose keys derive from `masterKey` (16 bytes): the virtual cards, and nothing real. */
export const referenceCardKeys = (masterKey: Uint8Array): CardKeys => ({
  authenticate: (request) => {
    const answer = answerReferenceAuthentication(request, masterKey, sm4);
    return Promise.resolve(
      answer.ok
        ? { result: 'genuine', externalData: answer.value.externalData }
        : { result: answer.error.code },
    );
  },
});
