import type { z } from 'zod';
import type { CardKeyAnswer, cardKeyRequest } from '../../src/contracts/central/queries.ts';

export type CardKeyRequest = z.infer<typeof cardKeyRequest>;

/** The service that holds the master keys of 3.0 cards (an HSM, the ministry's platform). */
export interface CardKeys {
  authenticate(request: CardKeyRequest): Promise<CardKeyAnswer>;
}
