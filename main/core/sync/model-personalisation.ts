import type { PersonalisationAnswer } from '../../../src/contracts/central/queries.ts';

/** What a card of this model holds once its script has run. */
export const MODEL_CARD = {
  cardId: 'AB'.repeat(16),
  cardNumber: 'A12345678',
  name: '测试人',
  socialSecurityNumber: '460100199001011239',
  accountNumber: '6217000000000000000',
  issuedOn: '2026-01-05',
  expiresOn: '2036-01-04',
} as const;

/** Commands of the model's two batches. A real script is the centre's; the kiosk only relays it. */
const BATCHES = [['00A40000023F00'], ['00D68100010A', '00D68100010B']] as const;

/** The centre's script for one blank, batch by batch. */
export class ModelPersonalisation {
  #batch = new Map<string, number>();
  /** Starts, one for each blank that got so far. */
  started = 0;

  start(request: string): PersonalisationAnswer {
    this.started += 1;
    const personalisationId = `p-${this.started}-${request}`;
    this.#batch.set(personalisationId, 0);
    return { step: 'commands', personalisationId, commands: [...BATCHES[0]] };
  }

  answers(personalisationId: string): PersonalisationAnswer {
    const next = (this.#batch.get(personalisationId) ?? 0) + 1;
    this.#batch.set(personalisationId, next);
    const commands = BATCHES[next];
    if (commands) return { step: 'commands', personalisationId, commands: [...commands] };
    const { cardId, cardNumber, ...face } = MODEL_CARD;
    return {
      step: 'written',
      personalisationId,
      cardId,
      cardNumber,
      face: { ...face, cardNumber, photoBase64: null },
    };
  }
}
