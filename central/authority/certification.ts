import { addMonths } from '../../src/calendar/calendar-day.ts';
import type { CertificationSubmit } from '../../src/contracts/central/operations.ts';
import { calendarDay } from '../../src/contracts/fields.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import type { Decision } from './card-authority.ts';
import { done, refused, type Sent } from './decision.ts';
import { countsFrom, identityRefusal } from './identity-check.ts';
import type { AuthorityPolicy } from './reference-policy.ts';

/**
 * CERT-1, CERT-2: certified on the day of the face check, however late it arrives. One that was overtaken by a later
 * one does not take anything away: the longest stands.
 */
export async function certify(
  { clock }: Foundations,
  policy: AuthorityPolicy,
  queries: Queries,
  certification: CertificationSubmit,
  sent: Sent,
): Promise<Decision> {
  const { on } = countsFrom(certification.certifiedAt, clock.now());
  const wrongIdentity = identityRefusal(certification.identity, on, policy);
  if (wrongIdentity !== null) return refused(wrongIdentity);
  const person = certification.identity.socialSecurityNumber;
  const resident = await queries
    .selectFrom('resident')
    .select('receives_benefits')
    .where('social_security_number', '=', person)
    .executeTakeFirst();
  if (resident?.receives_benefits !== 1) return refused('not-entitled-to-benefits');
  await queries
    .insertInto('certification')
    .values({
      operation_key: sent.key,
      social_security_number: person,
      certified_on: on,
      valid_until: addMonths(on, policy.certification.validMonths),
      face_evidence: JSON.stringify(certification.face),
    })
    .execute();
  const { valid_until } = await queries
    .selectFrom('certification')
    .select((each) => each.fn.max('valid_until').as('valid_until'))
    .where('social_security_number', '=', person)
    .executeTakeFirstOrThrow();
  return done({ kind: 'certification.submit', validUntil: calendarDay.parse(valid_until) });
}
