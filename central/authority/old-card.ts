import type { Accounts } from '../bank/accounts.ts';
import type { Queries, Tables } from '../database/tables.ts';
import { cardBySerial, followWithElectronicCard, type Move, moveCard } from './card-moves.ts';

/**
 * Ends the card that a request takes the place of (REPL-4 at acceptance, SWAP-3 at the switch), for ever. Its account
 * is passed on to the new card or closed (REPL-2, SWAP-2), and the electronic card follows the new one (REPL-6).
 * A request for a first card ends nothing; an old card that was ended before stays as it is.
 */
export async function endOldCard(
  queries: Queries,
  accounts: Accounts,
  request: Tables['card_request'],
  { reason, at }: Pick<Move, 'reason' | 'at'>,
): Promise<void> {
  if (request.old_card_serial === null) return;
  const old = await cardBySerial(queries, request.old_card_serial);
  if (old.social_security_state === 'cancelled') return;
  const replaced = await moveCard(queries, old, { event: 'replaced', reason, at });
  // A temporary loss or a suspension has no way to `replaced`, and must not keep two cards alive (INV-2).
  if (!('to' in replaced)) await moveCard(queries, old, { event: 'cancelled', reason, at });
  if (old.account_number !== null) {
    if (request.account_choice === 'same') await accounts.passOn(queries, old.account_number);
    else await accounts.close(queries, old.account_number);
  }
  await followWithElectronicCard(queries, await cardBySerial(queries, request.card_serial));
}
