import type { CardSwitch } from '../../src/contracts/central/operations.ts';
import type { Accounts } from '../bank/accounts.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { instantNow } from '../moments.ts';
import type { Decision } from './card-authority.ts';
import { cardBySerial, moveCard } from './card-moves.ts';
import { done, refused, type Sent } from './decision.ts';
import { endOldCard } from './old-card.ts';
import { requestOfKiosk } from './owed-card.ts';

/**
 * SWAP-3: the old card void and the new one usable in one act; at no instant are two usable (INV-2). An old card that
 * was suspended meanwhile is the authority's case and not a kiosk's.
 */
export async function switchCards(
  { clock }: Foundations,
  accounts: Accounts,
  queries: Queries,
  { request: requestKey }: CardSwitch,
  sent: Sent,
): Promise<Decision> {
  const request = await requestOfKiosk(queries, requestKey, sent.kioskId);
  if (request === null || request.old_card_serial === null) return refused('request-unknown');
  if (request.purpose === 'replacement') return refused('request-unknown');
  if (request.switched_at !== null) return done({ kind: 'card.switch' });
  if (request.state !== 'open') return refused('request-unknown');
  if (request.bound_at === null) return refused('not-bound');
  const old = await cardBySerial(queries, request.old_card_serial);
  if (old.social_security_state === 'suspended') return refused('suspended');
  const move = { reason: 'card.switch', at: instantNow(clock) } as const;
  const card = await cardBySerial(queries, request.card_serial);
  await endOldCard(queries, accounts, request, move);
  await moveCard(queries, card, { ...move, event: 'collected' });
  await queries
    .updateTable('card_request')
    .set({ switched_at: move.at })
    .where('request_key', '=', requestKey)
    .execute();
  return done({ kind: 'card.switch' });
}
