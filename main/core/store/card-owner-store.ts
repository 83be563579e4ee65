import { z } from 'zod';
import type { Connection } from './connection.ts';
import type { PayloadCipher } from './payload-cipher.ts';

const cardOwner = z.strictObject({
  /** As residents' screens show it, never more. */
  masked: z.string().max(60).nullable(),
  /** Of the request in which the card was kept. */
  reference: z.string().max(40).nullable(),
});
export type CardOwner = z.infer<typeof cardOwner>;

const NOBODY: CardOwner = { masked: null, reference: null };

/**
 * Whose a card is that lies in a machine or a bin: masked, and sealed all the same (INV-6). It goes when the card goes:
 * to its owner, out with a bin, or back among the blanks.
 */
export class CardOwnerStore {
  readonly #connection: Connection;
  readonly #cipher: PayloadCipher;

  constructor(connection: Connection, cipher: PayloadCipher) {
    this.#connection = connection;
    this.#cipher = cipher;
  }

  /** Adds to what is known of a card. */
  note(card: string, more: Partial<CardOwner>): void {
    const plain = Buffer.from(JSON.stringify({ ...this.find(card), ...more }));
    this.#connection.run(
      `INSERT INTO card_owner (card, sealed) VALUES (:card, :sealed)
       ON CONFLICT (card) DO UPDATE SET sealed = :sealed`,
      { card, sealed: this.#cipher.seal(plain, { table: 'card_owner', row: card }) },
    );
    plain.fill(0);
  }

  find(card: string): CardOwner {
    const row = this.#connection.get('SELECT sealed FROM card_owner WHERE card = :card', { card });
    if (!row) return NOBODY;
    const plain = this.#cipher.open(row.sealed as Buffer, { table: 'card_owner', row: card });
    try {
      return cardOwner.parse(JSON.parse(plain.toString('utf8')));
    } finally {
      plain.fill(0);
    }
  }
}
