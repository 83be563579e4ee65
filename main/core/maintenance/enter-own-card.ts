import type { Store } from '../store/open-store.ts';

/**
 * INV-3: a card that stood in the acceptor and no line can be its own gets a line, out of sight until it is placed. The
 * same act asked for again finds the line that it made.
 */
export function enterOwnCard({ custody, custodyActs, transaction }: Store, act: string): string {
  return transaction(() => {
    const [before] = custodyActs.cardsOf(act);
    if (before !== undefined) return before;
    const card = custody.acceptOwnCard('found-by-technician');
    custody.move(card, 'unknown', 'found-by-technician', act);
    return card;
  });
}
