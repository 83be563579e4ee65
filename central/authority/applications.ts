import { addWorkingDays, dayInShanghai } from '../../src/calendar/calendar-day.ts';
import type { ApplicationSubmit } from '../../src/contracts/central/operations.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { randomHex } from '../secrets.ts';
import { spendConfirmation } from '../sms/confirmations.ts';
import type { Decision } from './card-authority.ts';
import { followWithElectronicCard } from './card-moves.ts';
import { done, refused, type Sent } from './decision.ts';
import { eligibilityOf } from './eligibility.ts';
import { countsFrom, identityRefusal } from './identity-check.ts';
import { oweCard, requestNumber } from './owed-card.ts';
import type { AuthorityPolicy } from './reference-policy.ts';

/** Decides on an application and, where it is accepted, makes it and a card in production (APPLY-1, 2, 6). */
export async function submitApplication(
  { clock, entropy }: Foundations,
  policy: AuthorityPolicy,
  queries: Queries,
  application: ApplicationSubmit,
  sent: Sent,
): Promise<Decision> {
  const now = clock.now();
  const accepted = countsFrom(application.acceptedAt, now);
  const wrongIdentity = identityRefusal(application.identity, accepted.on, policy);
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
  const applicationNumber = requestNumber('application', dayInShanghai(now), randomHex(entropy, 4));
  const readyBy = addWorkingDays(accepted.on, policy.readyWithinWorkingDays);
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
  const card = await oweCard(
    queries,
    {
      request_key: sent.key,
      request_number: applicationNumber,
      purpose: 'application',
      social_security_number: socialSecurityNumber,
      receipt_reference: application.receiptReference,
      kiosk_id: sent.kioskId,
      accepted_at: accepted.at,
      ready_by: readyBy,
      collection_outlet: application.collectionOutlet,
      issue: application.issue,
      account_choice: 'new',
      exchange_reason: null,
      old_card_serial: null,
      order_key: null,
      pack_id: application.pack?.id ?? null,
      pack_version: application.pack?.version ?? null,
    },
    null,
  );
  await queries
    .updateTable('resident')
    .set({
      occupation: application.occupation,
      residential_address: application.residentialAddress,
      // INFO-2: a number nobody confirmed waits for the office.
      ...(mobileConfirmation === null ? {} : { mobile }),
    })
    .where('social_security_number', '=', socialSecurityNumber)
    .execute();
  // APPLY-9
  await followWithElectronicCard(queries, card);
  return done({ kind: 'application.submit', applicationNumber, readyBy });
}
