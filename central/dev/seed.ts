import type { CalendarDay } from '../../src/calendar/calendar-day.ts';
import type { FictitiousResident } from '../../src/fictitious-residents/resident.ts';
import { fictitiousResidents } from '../../src/fictitious-residents/residents.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Queries } from '../database/tables.ts';
import type { KeyedDigest } from '../secrets.ts';
import { seedCard, seedEarlierReplacements, seedPendingApplication } from './seed-cards.ts';

/** Draws the authority's photo of a fictitious resident as a JPEG; injected, so no picture library is needed here. */
export type DrawPortrait = (residentId: string) => Promise<Uint8Array> | Uint8Array;

async function seedRow(
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
      hardship: resident.file.hardship ? 1 : 0,
      receives_benefits: resident.file.receivesBenefits ? 1 : 0,
      occupation: resident.file.occupation,
      residential_address: resident.file.residentialAddress,
      ethnic_group: resident.document.ethnicGroup,
    })
    .execute();
}

/** One person with everything the authority and the bank have of them. `ordinal` makes an application's number. */
export async function seedResident(
  queries: Queries,
  digest: KeyedDigest,
  today: CalendarDay,
  resident: FictitiousResident,
  drawPortrait: DrawPortrait | null,
  ordinal: number,
): Promise<void> {
  await seedRow(queries, resident, drawPortrait);
  const { card } = resident;
  if (card?.registered && card.ownerId === resident.id)
    await seedCard(queries, digest, resident, card, today);
  await seedEarlierReplacements(queries, today, resident);
  if (resident.applicationPending) await seedPendingApplication(queries, today, resident, ordinal);
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
  return inTransaction(queries, async (q) => {
    for (const table of [
      'card',
      'card_request',
      'card_event',
      'electronic_card',
      'certification',
      'text_message',
      'authority_note',
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
      if (resident.applicationPending) pending += 1;
      await seedResident(q, digest, today, resident, drawPortrait, pending);
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
