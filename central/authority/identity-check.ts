import { type CalendarDay, dayInShanghai } from '../../src/calendar/calendar-day.ts';
import type { Identity } from '../../src/contracts/central/identity.ts';
import type { OperationRefusal } from '../../src/contracts/central/operations.ts';
import { checkDocument } from '../../src/identity/check-document.ts';
import type { IdentityDocument } from '../../src/identity/document.ts';
import type { AuthorityPolicy } from './reference-policy.ts';

/** The identity as a document again: absent and undefined are one thing on the wire. */
const documentOf = (identity: Identity): IdentityDocument => {
  const {
    socialSecurityNumber: _number,
    foreignName,
    nationality,
    permitNumber,
    issueCount,
    ...rest
  } = identity;
  return {
    ...rest,
    ...(foreignName === undefined ? {} : { foreignName }),
    ...(nationality === undefined ? {} : { nationality }),
    ...(permitNumber === undefined ? {} : { permitNumber }),
    ...(issueCount === undefined ? {} : { issueCount }),
  };
};

/** ID-2 to ID-4, ID-7, ID-8 once more, on the day the kiosk accepted it: what was valid then stays accepted. */
export function identityRefusal(
  identity: Identity,
  acceptedOn: CalendarDay,
  policy: AuthorityPolicy,
): OperationRefusal | null {
  const checked = checkDocument(documentOf(identity), acceptedOn, policy);
  if (!checked.ok) return checked.error.kind === 'under-age' ? 'under-age' : 'identity-invalid';
  return checked.value.socialSecurityNumber === identity.socialSecurityNumber ? null : 'identity-invalid';
}

/**
 * When something counts as done: at the kiosk's instant, which may be long before it arrived, and never later than now
 * (milliseconds): a kiosk's clock that runs ahead must not age anybody nor promise a later day.
 */
export function countsFrom(kioskInstant: string, now: number): { at: string; on: CalendarDay } {
  const ms = Math.min(Date.parse(kioskInstant), now);
  return { at: new Date(ms).toISOString(), on: dayInShanghai(ms) };
}
