import type { CardActivate, OperationRefusal } from '../../src/contracts/central/operations.ts';
import { err, ok, type Result, unreachable } from '../../src/result.ts';
import type { Bank } from '../bank/bank.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { instantNow } from '../moments.ts';
import type { Decision } from './card-authority.ts';
import { findCard } from './card-status.ts';

type Card = NonNullable<Awaited<ReturnType<typeof findCard>>>;

/** ACT-2: known here, the holder's own, `normal`, financial side `locked`; the first thing wrong, or null. */
function activationRefusal(activation: CardActivate, card: Card | null): OperationRefusal | null {
  if (card?.account_number !== activation.accountNumber) return 'card-unknown';
  if (card.social_security_number !== activation.socialSecurityNumber) return 'holder-mismatch';
  if (card.social_security_state !== 'normal') return 'card-not-normal';
  switch (card.financial_state) {
    case 'locked':
      return null;
    case 'active':
    // Three wrong PINs lock a PIN that was set before: such a card was activated.
    case 'pin-locked':
      return 'already-active';
    case 'closed':
      return 'account-closed';
    default:
      return unreachable(card.financial_state);
  }
}

/** Activates the financial side with the resident's new PIN (ACT-2, ACT-3). The digits stay inside the bank. */
export async function activateCard(
  { clock }: Foundations,
  bank: Bank,
  queries: Queries,
  activation: CardActivate,
): Promise<Result<Decision, 'pin-block-unreadable' | 'account-unknown'>> {
  const card = await findCard(queries, activation);
  const code = activationRefusal(activation, card);
  if (code !== null) return ok({ state: 'refused', code });
  const activated = await bank.activate(queries, activation, activation.balanceSms);
  if (!activated.ok) return err(activated.error);
  if (activated.value.result === 'refused') {
    return ok({ state: 'refused', code: activated.value.reason });
  }
  return ok({ state: 'done', result: { kind: 'card.activate', activatedAt: instantNow(clock) } });
}
