import type { Identity } from '../../src/contracts/central/identity.ts';
import type { EligibilityAnswer } from '../../src/contracts/central/queries.ts';
import { maskCardNumber } from '../../src/identity/masking.ts';
import type { Queries } from '../database/tables.ts';
import { heldCard } from './held-card.ts';

/**
 * APPLY-1 and APPLY-2: who is entitled, has nothing under way and no card in any state but cancelled. A pending
 * application is said before the card it will become.
 */
export async function eligibilityOf(
  queries: Queries,
  identity: Pick<Identity, 'socialSecurityNumber' | 'name' | 'birthDate'>,
): Promise<EligibilityAnswer> {
  const number = identity.socialSecurityNumber;
  const resident = await queries
    .selectFrom('resident')
    .selectAll()
    .where('social_security_number', '=', number)
    .executeTakeFirst();
  // A person the registry knows under another name or birth date is a case for the office, not for a kiosk.
  const same = resident?.name === identity.name && resident.birth_date === identity.birthDate;
  if (!resident || !same || resident.entitled === 0) return { decision: 'not-entitled' };
  const pending = await queries
    .selectFrom('application')
    .select(['application_number', 'ready_by'])
    .where('social_security_number', '=', number)
    .where('state', '=', 'accepted')
    .executeTakeFirst();
  if (pending) {
    return {
      decision: 'application-pending',
      reference: pending.application_number,
      readyBy: pending.ready_by,
    };
  }
  const card = await heldCard(queries, number);
  if (card === null) return { decision: 'eligible', photoOnFile: resident.photo_base64 !== null };
  return {
    decision: 'has-card',
    card: {
      cardNumberMasked: maskCardNumber(card.card_number ?? ''),
      socialSecurity: card.social_security_state,
      financial: card.financial_state ?? 'locked',
    },
  };
}
