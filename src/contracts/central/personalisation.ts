import { z } from 'zod';
import { upperHex } from '../fields.ts';

/**
 * POST /v1/personalisations: the script for one blank card, in batches, since the card's answers are needed to go on.
 * The session keys stay at the centre. `request` is the key of the card.request or application.submit.
 */
export const personalisationStart = z.object({
  request: z.string(),
  atr: z.string().regex(/^([0-9A-F]{2}){1,33}$/),
});
const apduHex = z.string().regex(/^([0-9A-F]{2}){4,270}$/);
export const personalisationAnswer = z.discriminatedUnion('step', [
  /** Send each; every answer must end 9000; then bring the answers. */
  z.object({ step: z.literal('commands'), personalisationId: z.string(), commands: z.array(apduHex).min(1) }),
  /** The chip is written. Print the face, read back, compare with these. */
  z.object({
    step: z.literal('written'),
    personalisationId: z.string(),
    cardId: upperHex(16),
    cardNumber: z.string(),
    face: z.object({
      name: z.string(),
      socialSecurityNumber: z.string(),
      cardNumber: z.string(),
      accountNumber: z.string(),
      photoBase64: z.string().nullable(),
      issuedOn: z.string(),
      expiresOn: z.string(),
    }),
  }),
  /** The card is not one of ours, or an answer was wrong: reject it. */
  z.object({ step: z.literal('refused'), code: z.enum(['request-unknown', 'wrong-card', 'bad-answer']) }),
]);
export type PersonalisationAnswer = z.infer<typeof personalisationAnswer>;
/** POST /v1/personalisations/:id/answers, one R-APDU for each command of the batch, in order. */
export const personalisationAnswers = z.object({
  answers: z.array(z.string().regex(/^([0-9A-F]{2}){2,258}$/)),
});
