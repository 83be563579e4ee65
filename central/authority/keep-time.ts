import type { Queries } from '../database/tables.ts';
import type { Around } from '../http/app.ts';
import type { CardAuthority } from './card-authority.ts';

/** Brings every card to what the day says, in one commit. */
export const inTime = (queries: Queries, authority: CardAuthority): Promise<void> =>
  queries.transaction().execute((q) => authority.settleTimers(q));

/** Before any question or operation: nobody is ever answered from a state whose day is over. */
export const keepTime =
  (queries: Queries, authority: CardAuthority): Around['prepare'] =>
  () =>
    inTime(queries, authority);
