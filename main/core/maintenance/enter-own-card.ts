import type { FoundWord } from '../../../src/ports/maintenance/custody-desk.ts';
import type { Store } from '../store/open-store.ts';
import type { ActBy } from './custody-words.ts';

/**
 * INV-3: a card that stood in the acceptor and no line can be its own gets a line, out of sight until it is placed by the
 * same act. Asked for again, that act finds the line that it made.
 */
export function enterOwnCard(
  { custody, custodyActs, transaction }: Store,
  { act, technician }: ActBy,
  found: FoundWord,
): string {
  return transaction(() => {
    const before = custodyActs.find(act);
    if (before) return before.subject;
    const card = custody.acceptOwnCard('found-by-technician');
    custodyActs.begin({ act, technician, kind: 'place', subject: card, counted: null, found }, null);
    custody.move(card, 'unknown', 'found-by-technician', act);
    return card;
  });
}
