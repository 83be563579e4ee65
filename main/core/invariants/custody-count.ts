import { IN_MACHINE } from '../store/custody-places.ts';
import type { CustodyHistory } from '../store/custody-store.ts';
import type { LedgerCount } from './invariant-view.ts';

/**
 * Where every card is, kept up card by card, so that the sums of the ledger need no walk through it. Counted from the
 * moves, not with the ledger's own sums: the two must agree.
 */
export class CustodyCount {
  readonly #blanksOut = new Set<string>();
  readonly #inside = { blank: new Set<string>(), resident: new Set<string>() };

  /** A card's history is new or has grown. */
  note({ card, origin, moves }: CustodyHistory): void {
    const place = moves.at(-1)?.place;
    const put = (cards: Set<string>, is: boolean) => (is ? cards.add(card) : cards.delete(card));
    if (origin === 'blank') put(this.#blanksOut, place !== 'stock');
    put(this.#inside[origin], place !== undefined && IN_MACHINE.includes(place));
  }

  figures(loaded: number): LedgerCount {
    const { blank, resident } = this.#inside;
    return {
      loaded,
      blanksOut: this.#blanksOut.size,
      inside: { blank: blank.size, resident: resident.size },
    };
  }
}
