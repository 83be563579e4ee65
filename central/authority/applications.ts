import { addWorkingDays, type CalendarDay, dayInShanghai } from '../../src/calendar/calendar-day.ts';
import type { ApplicationSubmit, OperationRefusal } from '../../src/contracts/central/operations.ts';
import { checkDocument } from '../../src/identity/check-document.ts';
import type { IdentityDocument } from '../../src/identity/document.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { randomHex } from '../secrets.ts';
import { spendConfirmation } from '../sms/confirmations.ts';
import type { Decision } from './card-authority.ts';
import { eligibilityOf } from './eligibility.ts';
import type { AuthorityPolicy } from './reference-policy.ts';

const refused = (code: OperationRefusal): Decision => ({ state: 'refused', code });

/** The identity as a document again: absent and undefined are one thing on the wire. */
const documentOf = ({ identity }: ApplicationSubmit): IdentityDocument => {
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
function identityRefusal(
  application: ApplicationSubmit,
  acceptedOn: CalendarDay,
  policy: AuthorityPolicy,
): OperationRefusal | null {
  const checked = checkDocument(documentOf(application), acceptedOn, policy);
  if (!checked.ok) return checked.error.kind === 'under-age' ? 'under-age' : 'identity-invalid';
  const agrees = checked.value.socialSecurityNumber === application.identity.socialSecurityNumber;
  return agrees ? null : 'identity-invalid';
}

/** `SQ20261122-4F7A21C0`: the day it was received, then chance. */
const newApplicationNumber = (day: CalendarDay, chance: string): string =>
  `SQ${day.replaceAll('-', '')}-${chance}`;

/** Decides on an application and, where it is accepted, makes it and a card in production (APPLY-1, 2, 6). */
export async function submitApplication(
  { clock, entropy }: Foundations,
  policy: AuthorityPolicy,
  queries: Queries,
  application: ApplicationSubmit,
  sent: { readonly kioskId: string; readonly key: string },
): Promise<Decision> {
  const now = clock.now();
  // A kiosk's clock that runs ahead must not age anybody nor promise a later day.
  const acceptedOn = dayInShanghai(Math.min(Date.parse(application.acceptedAt), now));
  const wrongIdentity = identityRefusal(application, acceptedOn, policy);
  if (wrongIdentity !== null) return refused(wrongIdentity);
  const eligibility = await eligibilityOf(queries, application.identity);
  if (eligibility.decision !== 'eligible') return refused(eligibility.decision);
  if (policy.collectionOutlets?.includes(application.collectionOutlet) === false) {
    return refused('unknown-outlet');
  }
  const { mobileConfirmation, mobile } = application;
  if (mobileConfirmation !== null) {
    const confirmed = await spendConfirmation(
      queries,
      mobileConfirmation,
      { mobile, purpose: 'application' },
      sent.key,
    );
    if (!confirmed) return refused('mobile-not-confirmed');
  }
  const applicationNumber = newApplicationNumber(dayInShanghai(now), randomHex(entropy, 4));
  const readyBy = addWorkingDays(acceptedOn, policy.readyWithinWorkingDays);
  const { socialSecurityNumber } = application.identity;
  await queries
    .insertInto('application')
    .values({
      application_number: applicationNumber,
      social_security_number: socialSecurityNumber,
      receipt_reference: application.receiptReference,
      kiosk_id: sent.kioskId,
      accepted_at: application.acceptedAt,
      ready_by: readyBy,
      collection_outlet: application.collectionOutlet,
      mobile,
      mobile_confirmed: mobileConfirmation === null ? 0 : 1,
      occupation: application.occupation,
      residential_address: application.residentialAddress,
      photo_source: application.photo.source,
      photo_base64: application.photo.source === 'camera' ? application.photo.jpegBase64 : null,
      face_evidence: JSON.stringify(application.face),
      state: 'accepted',
    })
    .execute();
  await queries
    .insertInto('card')
    .values({
      card_serial: applicationNumber,
      social_security_number: socialSecurityNumber,
      card_id: null,
      card_number: null,
      account_number: null,
      social_security_state: 'in-production',
      application_number: applicationNumber,
      generation: 3,
      issued_on: null,
      expires_on: null,
      lost_until: null,
      awaiting_since: null,
      place: null,
      request_key: sent.key,
    })
    .execute();
  return { state: 'done', result: { kind: 'application.submit', applicationNumber, readyBy } };
}
