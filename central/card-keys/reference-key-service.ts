import { answerReferenceAuthentication } from '../../src/card-keys/reference-key-scheme.ts';
import type { CardKeys } from './key-service.ts';
import { sm4 } from './sm4.ts';

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
