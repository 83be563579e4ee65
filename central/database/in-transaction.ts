import type { Queries } from './tables.ts';

/** Serialisation failure and deadlock: another transaction came first, and the same act may be begun anew. */
const BEGIN_ANEW: readonly unknown[] = ['40001', '40P01'];
/** Two that meet settle it in one or two rounds; this many in a row are no coincidence. */
const MOST_ROUNDS = 25;
/** Milliseconds, growing with each round, so that those who met do not meet again. */
const STEP_ASIDE_MS = 2;

/**
 * Everything inside is one commit, as if nobody else were at work meanwhile (INV-2, INV-4): on SQLite there is one
 * writer, on PostgreSQL the transaction is serialisable and begun anew where another one came first. `act` may therefore
 * run more than once: nothing in it but questions to `q`.
 */
export async function inTransaction<T>(queries: Queries, act: (q: Queries) => Promise<T>): Promise<T> {
  for (let round = 1; ; round += 1) {
    try {
      return await queries.transaction().setIsolationLevel('serializable').execute(act);
    } catch (error) {
      if (round === MOST_ROUNDS || !mayBeginAnew(error)) throw error;
      await stepAside(round);
    }
  }
}

const mayBeginAnew = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && BEGIN_ANEW.includes(error.code);

const stepAside = (round: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, STEP_ASIDE_MS * round * Math.random()));
