import { inOneCommit } from '../database/in-one-commit.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Queries } from '../database/tables.ts';
import type { Connection } from './app.ts';

/** Milliseconds for which those who come are gathered: nobody notices, and a busy disk syncs eighty times a second. */
const GATHERED_MS = 10;

/**
 * One commit for all who ask the same over HTTP within a moment: a fleet that beats three hundred times a second waits
 * for the disk eighty times, and each is answered after its commit all the same. Within this process everybody has a
 * commit of their own, at once. `act` answers in the order of its items, and may run more than once.
 */
export function sharedCommit<Item, Answer>(
  queries: Queries,
  act: (q: Queries, items: readonly Item[]) => Promise<readonly Answer[]>,
): (item: Item, connection: Connection | null) => Promise<Answer> {
  const together = inOneCommit(queries, GATHERED_MS, act);
  const alone = async (item: Item): Promise<Answer> => {
    const [answer] = await inTransaction(queries, (q) => act(q, [item]));
    if (answer === undefined) throw new Error('a commit answered nobody');
    return answer;
  };
  return (item, connection) => (connection === null ? alone(item) : together(item));
}
