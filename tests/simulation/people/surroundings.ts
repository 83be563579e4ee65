import type { MemoryCard } from '../../../src/flows/memory/card-machine-path.ts';
import type { IdCardRead } from '../../../src/ports/id-card-reader.ts';
import type { SocialSecurityCard } from '../../../src/ports/social-card-reader.ts';

/** Where a card is laid and taken away. */
export interface CardPlace<Card> {
  readonly card: Card | null;
  put(card: Card): void;
  take(): void;
}

/** What a payer does with the code on the screen, or time does to the order. */
export type PayerAct = 'pay' | 'pay-twice' | 'refuse' | 'expire';

/** What people can reach: the front of the machines, and their telephone. */
export interface Surroundings {
  readonly time: { now(): number };
  readonly machines: {
    readonly idCards: { readonly slot: CardPlace<IdCardRead> };
    readonly socialCards: { readonly slot: CardPlace<SocialSecurityCard> };
    readonly pinPad: { type(pin: string): void };
    readonly scanner: { show(text: string): void };
    readonly issuer: { takeFromGate(): MemoryCard | null };
    readonly acceptor: {
      readonly card: MemoryCard | null;
      /** False where the mouth is closed or full. */
      insertCard(card: MemoryCard): boolean;
      takeFromGate(): MemoryCard | null;
    };
  };
  readonly centre: {
    orderByQr(qr: string): Promise<{ readonly id: string } | null>;
    payer(orderId: string, act: PayerAct): Promise<void>;
    /** Text messages, newest first. */
    messages(): readonly { readonly mobile: string; readonly text: string }[];
    electronicCard(residentId: string): Promise<string>;
  };
}
