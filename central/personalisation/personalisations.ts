import type { Queries } from '../database/tables.ts';

/** One card that was, or is being, personalised for a request. */
export interface Personalisation {
  /** Key of the card.request or application.submit it is for. */
  readonly requestKey: string;
  readonly cardId: string;
  readonly cardNumber: string;
  readonly accountNumber: string;
  /** Every command was answered as it must be: the chip is complete. */
  readonly written: boolean;
}

/** What the card lifecycle asks of personalisation: a card is bound only when its chip is complete (settlement row 13). */
export interface Personalisations {
  /** Null where no such personalisation was ever started. No effect. */
  find(queries: Queries, personalisationId: string): Promise<Personalisation | null>;
}
