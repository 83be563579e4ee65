import { cardKeyAnswer } from '../../../src/contracts/central/queries.ts';
import type { CardKeyService } from '../../../src/ports/social-card-reader.ts';
import { err, ok, unreachable } from '../../../src/result.ts';
import type { CentralClient } from './central-client.ts';

/** The resident holds the card in the reader meanwhile. */
const DEADLINE_MS = 8_000;

/** External authentication of 3.0 cards (protocols 1.6 steps 7-8): keys stay at the centre. */
export function createCardKeyService(client: CentralClient): CardKeyService {
  return {
    async authenticate(request, signal) {
      const result = await client.call({
        method: 'POST',
        path: '/v1/card-keys/external-authentication',
        body: request,
        answer: cardKeyAnswer,
        deadlineMs: DEADLINE_MS,
        signal,
      });
      if (!result.ok) return err({ code: result.error.kind === 'problem' ? 'refused' : 'link-down' });
      const answer = result.value;
      switch (answer.result) {
        case 'genuine':
          return ok({ externalData: answer.externalData });
        case 'forged-card':
        case 'refused':
          return err({ code: answer.result });
        default:
          return unreachable(answer);
      }
    },
  };
}
