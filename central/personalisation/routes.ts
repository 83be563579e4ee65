import { z } from 'zod';
import {
  personalisationAnswer,
  personalisationAnswers,
  personalisationStart,
} from '../../src/contracts/central/queries.ts';
import type { CentralApp } from '../http/app.ts';
import type { CardPersonalisation } from './reference-personalisation.ts';

const idParams = z.object({ id: z.string().regex(/^[\w-]{10,64}$/) });

/** POST /v1/personalisations and POST /v1/personalisations/{id}/answers */
export function personalisationRoutes(app: CentralApp, cards: CardPersonalisation): void {
  app.post(
    '/v1/personalisations',
    {
      schema: {
        summary: 'Begin to write a blank card for a request (settlement row 11)',
        body: personalisationStart,
        response: { 200: personalisationAnswer },
      },
    },
    (request) => cards.start(request.kioskId, request.body.request),
  );
  app.post(
    '/v1/personalisations/:id/answers',
    {
      schema: {
        summary: 'Bring what the card answered, and learn what is next',
        params: idParams,
        body: personalisationAnswers,
        response: { 200: personalisationAnswer },
      },
    },
    (request) => cards.answer(request.params.id, request.body.answers),
  );
}
