import { inTransaction } from './in-transaction.ts';
import type { Queries } from './tables.ts';

/** A commit that holds other writers up for longer than this many items is made in two. */
const MOST_TOGETHER = 250;

/** Does what several asked for, in the order of their items; may run more than once. */
type Act<Item, Answer> = (q: Queries, items: readonly Item[]) => Promise<readonly Answer[]>;

interface Waiting {
  readonly act: Act<unknown, unknown>;
  readonly item: unknown;
  /** When it has waited long enough (`performance.now()`). */
  readonly until: number;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** All that waits for the next commit of one database, whatever it is about: the disk is synced once for all of it. */
class NextCommit {
  readonly #queries: Queries;
  #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | null = null;
  #timerAt = Number.POSITIVE_INFINITY;
  #committing = false;

  constructor(queries: Queries) {
    this.#queries = queries;
  }

  add(waiting: Waiting): void {
    this.#waiting.push(waiting);
    this.#setTimer(waiting.until);
  }

  /** Whose time is up takes all along who wait; those who come during a commit are for the next. */
  #setTimer(at: number): void {
    if (this.#committing || at >= this.#timerAt) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timerAt = at;
    this.#timer = setTimeout(
      () => {
        void this.#commitNext();
      },
      Math.max(0, at - performance.now()),
    ).unref();
  }

  async #commitNext(): Promise<void> {
    this.#committing = true;
    const together = this.#waiting.slice(0, MOST_TOGETHER);
    this.#waiting = this.#waiting.slice(MOST_TOGETHER);
    await this.#commit(together);
    this.#committing = false;
    this.#timerAt = Number.POSITIVE_INFINITY;
    if (this.#waiting.length > 0) this.#setTimer(Math.min(...this.#waiting.map(({ until }) => until)));
  }

  async #commit(together: readonly Waiting[]): Promise<void> {
    const byAct = [...Map.groupBy(together, ({ act }) => act)];
    try {
      const answers = await inTransaction(this.#queries, async (q) => {
        const all: (readonly unknown[])[] = [];
        for (const [act, items] of byAct)
          all.push(
            await act(
              q,
              items.map(({ item }) => item),
            ),
          );
        return all;
      });
      for (const [at, [, items]] of byAct.entries()) {
        for (const [place, answer] of (answers[at] ?? []).entries()) items[place]?.resolve(answer);
      }
    } catch (error) {
      // What one stumbles over is none of the others' business: first each kind by itself, then each one.
      if (byAct.length > 1) for (const [, items] of byAct) await this.#commit(items);
      else if (together.length > 1) for (const one of together) await this.#commit([one]);
      else for (const { reject } of together) reject(error);
    }
  }
}

const nextCommits = new WeakMap<Queries, NextCommit>();

function nextCommitOf(queries: Queries): NextCommit {
  const known = nextCommits.get(queries);
  if (known) return known;
  const made = new NextCommit(queries);
  nextCommits.set(queries, made);
  return made;
}

/**
 * Gathers what many ask for within `gatherMs` and does it in one commit, together with whatever else is gathered on this
 * database: a thousand kiosks that were woken together cost one write to the disk and not a thousand. Each learns its own
 * answer once it is committed; whoever the commit fails for hears of it alone. `act` answers in the order of
 * its items, and may run more than once.
 */
export function inOneCommit<Item, Answer>(
  queries: Queries,
  gatherMs: number,
  act: Act<Item, Answer>,
): (item: Item) => Promise<Answer> {
  const next = nextCommitOf(queries);
  return (item) =>
    new Promise((resolve, reject) => {
      next.add({
        // Given its own items alone, and what it answers goes to those who gave them.
        act: act as Act<unknown, unknown>,
        item,
        until: performance.now() + gatherMs,
        resolve: resolve as (answer: unknown) => void,
        reject,
      });
    });
}
