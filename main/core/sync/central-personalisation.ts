import type { IdempotencyKey } from '../../../src/brand.ts';
import { type PersonalisationAnswer, personalisationAnswer } from '../../../src/contracts/central/queries.ts';
import type { Result } from '../../../src/result.ts';
import type { CallTrouble } from './call-trouble.ts';
import type { CentralClient } from './central-client.ts';

type Answer = Promise<Result<PersonalisationAnswer, CallTrouble>>;

/** The centre's script for one blank, batch by batch. Its session keys never leave the centre. */
export interface Personalisation {
  start(request: IdempotencyKey, atr: string, signal: AbortSignal): Answer;
  /** The card's answer to each command of the last batch, in order. */
  answers(personalisationId: string, answers: readonly string[], signal: AbortSignal): Answer;
}

/** A batch is worked out by a key service behind the centre. */
const DEADLINE_MS = 15_000;

export function createPersonalisation(client: CentralClient): Personalisation {
  const post = (path: string, body: unknown, signal: AbortSignal): Answer =>
    client.call({
      method: 'POST',
      path,
      body,
      answer: personalisationAnswer,
      deadlineMs: DEADLINE_MS,
      signal,
    });
  return {
    start: (request, atr, signal) => post('/v1/personalisations', { request, atr }, signal),
    answers: (id, answers, signal) =>
      post(`/v1/personalisations/${encodeURIComponent(id)}/answers`, { answers }, signal),
  };
}
