import type { ListedCard } from '../../contracts/maintenance/page.ts';
import type { Unknown } from '../../transaction/unknown-advice.ts';

/** `issuer`: rejected blanks and new cards held for their owners. `acceptor`: residents' own cards. */
export type DeskBin = 'issuer' | 'acceptor';

/** Where a technician found a card, in the custody ledger's words. */
export type FoundWord = 'in-bin' | 'in-path' | 'in-stack' | 'in-bag' | 'not-here';

/** Who did it. The act counts once by its name (INV-3); the rest stays in the audit beside it. */
export interface BookedBy {
  readonly act: string;
  readonly technician: string;
  readonly second: string | null;
  /** Word of a closed set: why a count was not what it should have been; null where it was. */
  readonly explained: string | null;
}

/** `ledger-changed`: it is no longer what was counted against. Other codes are refusals; nothing was written. */
export type Booked =
  | { readonly booked: true; readonly before: number; readonly after: number }
  | { readonly booked: false; readonly code: string };

/** Something nobody can tell, or a card where no ledger line says that there is one. */
export type UnknownItem = {
  readonly id: string;
  /** `strange-card`: it stands in a machine, and no line can be its own. */
  readonly kind: 'card' | 'strange-card' | 'transaction';
  readonly machine: DeskBin | null;
  readonly unknown: Unknown;
  /** Receipt reference; null where no transaction is known. */
  readonly reference: string | null;
  /** Why the ledger has it where it has it; the kind of service for a transaction. */
  readonly reason: string;
  /** Where it may have been found; empty where there is nothing to find. */
  readonly places: readonly FoundWord[];
};

export type Placed =
  | { readonly placed: true; readonly card: string; readonly place: string }
  | { readonly placed: false; readonly code: string };

/** The custody ledger as a technician's tasks need it. */
export interface CustodyDesk {
  /** Blanks in the stack by the ledger. */
  stock(): number;
  /** `label`: the number that the pack says. */
  loadBlanks(by: BookedBy, blanks: number, label: number): Booked;
  /** `ledger`: the stock that the count was held against. */
  countStack(by: BookedBy, ledger: number, counted: number): Booked;
  /** By the ledger, oldest first; masked owners where they are known. */
  cardsIn(bin: DeskBin): readonly ListedCard[];
  /** `cards`: the lines that the count was held against. `bag`: number of the sealed bag; null for an empty bin. */
  emptyBin(
    by: BookedBy,
    bin: DeskBin,
    emptied: { readonly cards: readonly string[]; readonly counted: number; readonly bag: string | null },
  ): Booked;
  /** Cards out of sight, cards without a line, and open transactions that wait for a technician. */
  unknowns(): Promise<readonly UnknownItem[]>;
  placeCard(by: BookedBy, card: string, found: FoundWord): Promise<Placed>;
  /** A resident's card that stood in the acceptor without a line: it gets one, and is placed. */
  enterOwnCard(by: BookedBy, found: FoundWord): Promise<Placed>;
}
