import { addDays, addWorkingDays, type CalendarDay } from '../../src/calendar/calendar-day.ts';
import type { FictitiousCard, FictitiousResident } from '../../src/fictitious-residents/resident.ts';
import { fictitiousResidents } from '../../src/fictitious-residents/residents.ts';
import { pinVerifier } from '../bank/reference-bank.ts';
import type { Queries } from '../database/tables.ts';
import type { KeyedDigest } from '../secrets.ts';

/** Draws the authority's photo of a fictitious resident as a JPEG; injected, so no picture library is needed here. */
export type DrawPortrait = (residentId: string) => Promise<Uint8Array> | Uint8Array;

/** A pending application was accepted this many days before. */
const PENDING_SINCE_DAYS = 7;
const READY_WITHIN_WORKING_DAYS = 30;

async function seedResident(
  queries: Queries,
  resident: FictitiousResident,
  drawPortrait: DrawPortrait | null,
): Promise<void> {
  const photo = resident.photoOnFile && drawPortrait ? await drawPortrait(resident.id) : null;
  await queries
    .insertInto('resident')
    .values({
      social_security_number: resident.socialSecurityNumber,
      resident_id: resident.id,
      name: resident.document.name,
      birth_date: resident.document.birthDate,
      mobile: resident.mobile,
      entitled: resident.entitled ? 1 : 0,
      photo_base64: photo === null ? null : Buffer.from(photo).toString('base64'),
    })
    .execute();
}

async function seedCard(
  queries: Queries,
  digest: KeyedDigest,
  owner: FictitiousResident,
  card: FictitiousCard,
): Promise<void> {
  await queries
    .insertInto('card')
    .values({
      card_serial: card.cardNumber,
      social_security_number: owner.socialSecurityNumber,
      card_id: card.cardId,
      card_number: card.cardNumber,
      account_number: card.accountNumber,
      social_security_state: card.socialSecurity,
      application_number: null,
    })
    .execute();
  await queries
    .insertInto('bank_account')
    .values({
      account_number: card.accountNumber,
      social_security_number: owner.socialSecurityNumber,
      birth_date: owner.document.birthDate,
      mobile: owner.mobile,
      initial_pin_verifier: pinVerifier(digest, card.accountNumber, card.initialPin),
      pin_verifier: null,
      financial_state: card.financial,
      balance_sms: 0,
    })
    .execute();
}

async function seedPendingApplication(
  queries: Queries,
  today: CalendarDay,
  resident: FictitiousResident,
  ordinal: number,
): Promise<void> {
  const acceptedOn = addDays(today, -PENDING_SINCE_DAYS);
  const applicationNumber = `SQ${acceptedOn.replaceAll('-', '')}-${String(ordinal).padStart(8, '0')}`;
  const { socialSecurityNumber } = resident;
  await queries
    .insertInto('application')
    .values({
      application_number: applicationNumber,
      social_security_number: socialSecurityNumber,
      receipt_reference: 'YKT-EARLIER',
      kiosk_id: null,
      accepted_at: `${acceptedOn}T02:00:00.000Z`,
      ready_by: addWorkingDays(acceptedOn, READY_WITHIN_WORKING_DAYS),
      collection_outlet: 'counter',
      mobile: resident.mobile,
      mobile_confirmed: 1,
      occupation: '',
      residential_address: resident.document.address,
      photo_source: 'authority-file',
      photo_base64: null,
      face_evidence: '{}',
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
    })
    .execute();
}

/**
 * Puts the registry back to the fictitious residents of a day. What kiosks sent (operations, audit) is kept: a key
 * that was carried out stays carried out.
 */
export function resetRegistry(
  queries: Queries,
  digest: KeyedDigest,
  today: CalendarDay,
  drawPortrait: DrawPortrait | null,
): Promise<void> {
  return queries.transaction().execute(async (q) => {
    for (const table of [
      'card',
      'bank_account',
      'application',
      'sms_challenge',
      'resident',
      'registry_seed',
    ] as const) {
      await q.deleteFrom(table).execute();
    }
    let pending = 0;
    for (const resident of fictitiousResidents(today)) {
      await seedResident(q, resident, drawPortrait);
      const { card } = resident;
      if (card?.registered && card.ownerId === resident.id) await seedCard(q, digest, resident, card);
      if (resident.applicationPending) await seedPendingApplication(q, today, resident, ++pending);
    }
    await q.insertInto('registry_seed').values({ seeded_for: today }).execute();
  });
}

/** Seeds at start unless the registry already holds the residents of this day: ages are counted from it. */
export async function seedRegistry(
  queries: Queries,
  digest: KeyedDigest,
  today: CalendarDay,
  drawPortrait: DrawPortrait | null,
): Promise<void> {
  const seeded = await queries.selectFrom('registry_seed').select('seeded_for').executeTakeFirst();
  if (seeded?.seeded_for !== today) await resetRegistry(queries, digest, today, drawPortrait);
}
