import { inTransaction } from './in-transaction.ts';
import type { Queries } from './tables.ts';

/** A commit that holds other writers up for longer than this many items is made in two. */
const MOST_TOGETHER = 250;

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers what many ask for within `gatherMs` and does it in one commit: a thousand kiosks that were woken together
 * cost one write to the disk and not a thousand. Each learns its own answer once it is committed; where the commit
 * fails, all of them hear of it. `act` answers in the order of its items, and may run more than once.
 */
export function inOneCommit<Item, Answer>(
  queries: Queries,
  gatherMs: number,
  act: (q: Queries, items: readonly Item[]) => Promise<readonly Answer[]>,
): (item: Item) => Promise<Answer> {
  let waiting: Waiting<Item, Answer>[] = [];
  let gathering = false;

  async function commit(together: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const items = together.map(({ item }) => item);
      const answers = await inTransaction(queries, (q) => act(q, items));
      for (const [at, answer] of answers.entries()) together[at]?.resolve(answer);
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
  }

  /** Those who come during a commit are gathered for the next. */
  async function commitAll(): Promise<void> {
    while (waiting.length > 0) {
      const together = waiting.slice(0, MOST_TOGETHER);
      waiting = waiting.slice(MOST_TOGETHER);
      await commit(together);
    }
    gathering = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (gathering) return;
      gathering = true;
      setTimeout(() => {
        void commitAll();
      }, gatherMs).unref();
    });
}
