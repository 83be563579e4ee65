import { inTransaction } from '../database/in-transaction.ts';
import type { Queries } from '../database/tables.ts';
import type { Around } from '../http/app.ts';
import type { CardAuthority } from './card-authority.ts';

/** Brings every card to what the day says, in one commit. Mostly there is nothing to do, and no commit. */
export async function inTime(queries: Queries, authority: CardAuthority): Promise<void> {
  if (!(await authority.timersDue(queries))) return;
  await inTransaction(queries, (q) => authority.settleTimers(q));
}

/** Before any question or operation: nobody is ever answered from a state whose day is over. */
export const keepTime =
  (queries: Queries, authority: CardAuthority): Around['prepare'] =>
  () =>
    inTime(queries, authority);
