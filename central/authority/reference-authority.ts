import type { Bank } from '../bank/bank.ts';
import type { Foundations } from '../foundations.ts';
import { activateCard } from './activation.ts';
import { submitApplication } from './applications.ts';
import type { CardAuthority } from './card-authority.ts';
import { cardStatus } from './card-status.ts';
import { eligibilityOf } from './eligibility.ts';
import type { AuthorityPolicy } from './reference-policy.ts';

/** The authority over the service's own tables: decides at once, in the caller's transaction. */
export const referenceAuthority = (
  foundations: Foundations,
  bank: Bank,
  policy: AuthorityPolicy,
): CardAuthority => ({
  eligibility: (queries, identity) => eligibilityOf(queries, identity),
  photoOnFile: async (queries, socialSecurityNumber) => {
    const resident = await queries
      .selectFrom('resident')
      .select('photo_base64')
      .where('social_security_number', '=', socialSecurityNumber)
      .executeTakeFirst();
    return resident?.photo_base64 ?? null;
  },
  cardStatus,
  submitApplication: (queries, application, sent) =>
    submitApplication(foundations, policy, queries, application, sent),
  activateCard: (queries, activation) => activateCard(foundations, bank, queries, activation),
});
