import type { Booked } from '../../ports/maintenance/custody-desk.ts';
import type { ActTools, Guide } from '../guide.ts';

type Counting = Guide<'load-cards' | 'count-stack' | 'empty-retain-bin' | 'empty-reject-bin'>;

/** More cards than this are no count of one pack, stack or bin. */
export const MOST_CARDS = 999;

const BOOK_SECONDS = 1;

/**
 * Two people count, neither told what the other or the ledger says. Where they differ, facts `first` and `second` are
 * shown and both count again.
 */
export async function twoCounts(guide: Counting): Promise<number> {
  for (;;) {
    const first = await guide.count('count-first', MOST_CARDS);
    const second = await guide.count('count-second', MOST_CARDS);
    if (first === second) return first;
    await guide.do('counts-differ', { first, second });
  }
}

/**
 * Into the ledger. Refused (fact `code`), it is asked for again when the technician says so; `ledger-changed`: what was
 * counted is no longer what the ledger had.
 */
export async function booked(
  guide: Counting,
  book: (tools: ActTools) => Booked,
): Promise<Extract<Booked, { booked: true }> | 'ledger-changed'> {
  for (;;) {
    const answer = await guide.act('book', BOOK_SECONDS, async (tools) => book(tools));
    if (answer.booked) return answer;
    if (answer.code === 'ledger-changed') return 'ledger-changed';
    await guide.do('not-booked', { code: answer.code });
  }
}
