import { cardKeyAnswer, cardKeyRequest } from '../../src/contracts/central/queries.ts';
import type { CentralApp } from '../http/app.ts';
import type { CardKeys } from './key-service.ts';

/** POST /v1/card-keys/external-authentication (protocols 1.6 steps 7 and 8) */
export function cardKeyRoutes(app: CentralApp, keys: CardKeys): void {
  app.post(
    '/v1/card-keys/external-authentication',
    {
      schema: {
        summary: 'Prove the kiosk to a 3.0 card, and the card to the kiosk',
        body: cardKeyRequest,
        response: { 200: cardKeyAnswer },
      },
    },
    (request) => keys.authenticate(request.body),
  );
}
