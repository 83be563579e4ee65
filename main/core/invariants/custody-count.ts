import { MOVES } from '../store/custody-places.ts';
import type { CustodyHistory, CustodyStore } from '../store/custody-store.ts';
import type { LedgerNumbers } from './invariant-view.ts';

/**
 * Counts the cards again, from their moves and not with the ledger's own numbers: the two must agree. Of cards that
 * can go nowhere any more only the number is kept.
 */
export class CustodyCount {
  readonly #cards = { blank: new Map<string, number>(), resident: new Map<string, number>() };
  /** Where each card that may still move was when it was counted. */
  readonly #movable = new Map<string, string>();

  /** A card's history is new or has grown since it was counted. */
  note({ card, origin, moves }: CustodyHistory): void {
    const place = moves.at(-1)?.place;
    const before = this.#movable.get(card);
    if (before !== undefined) this.#add(origin, before, -1);
    this.#movable.delete(card);
    if (place === undefined) return;
    this.#add(origin, place, 1);
    if (MOVES[place].length > 0) this.#movable.set(card, place);
  }

  /** Beside the numbers the ledger keeps at this moment. */
  beside(custody: Pick<CustodyStore, 'counts' | 'loadsAdded'>): LedgerNumbers {
    const { loaded, stock, blanks, ownCards } = custody.counts();
    const { blank, resident } = this.#cards;
    return {
      stock,
      loaded,
      loadsAdded: custody.loadsAdded(),
      kept: { blank: blanks, resident: ownCards },
      counted: { blank: Object.fromEntries(blank), resident: Object.fromEntries(resident) },
    };
  }

  #add(origin: CustodyHistory['origin'], place: string, cards: 1 | -1): void {
    const counts = this.#cards[origin];
    counts.set(place, (counts.get(place) ?? 0) + cards);
  }
}
