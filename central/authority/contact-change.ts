import type { ContactChange } from '../../src/contracts/central/operations.ts';
import type { Accounts } from '../bank/accounts.ts';
import type { Queries } from '../database/tables.ts';
import { spendConfirmation } from '../sms/confirmations.ts';
import type { Decision } from './card-authority.ts';
import { done, refused, type Sent } from './decision.ts';
import { heldCard } from './held-card.ts';

/**
 * INFO-1: mobile, occupation and residential address, nothing else; the data belong to a card, so somebody without one
 * has none to change. INFO-2: a new mobile number comes with its confirmation, and goes to the bank as well.
 */
export async function changeContactData(
  accounts: Accounts,
  queries: Queries,
  change: ContactChange,
  sent: Sent,
): Promise<Decision> {
  const person = change.socialSecurityNumber;
  if ((await heldCard(queries, person)) === null) return refused('no-card');
  const { mobile, occupation, residentialAddress } = change;
  if (mobile !== null) {
    const confirmed = { mobile: mobile.number, purpose: 'contact-data' } as const;
    if (!(await spendConfirmation(queries, mobile.confirmation, confirmed, sent.key))) {
      return refused('mobile-not-confirmed');
    }
    await accounts.changeMobile(queries, person, mobile.number);
  }
  const changed = {
    ...(mobile === null ? {} : { mobile: mobile.number }),
    ...(occupation === null ? {} : { occupation }),
    ...(residentialAddress === null ? {} : { residential_address: residentialAddress }),
  };
  if (Object.keys(changed).length > 0) {
    await queries.updateTable('resident').set(changed).where('social_security_number', '=', person).execute();
  }
  return done({ kind: 'contact.change' });
}
