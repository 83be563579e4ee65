import { addYears, ageOn, dayInShanghai, parseDay } from '../../src/calendar/calendar-day.ts';
import type { Queries, Tables } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import type { CardData } from './card-data.ts';
import type { IssuancePolicy } from './issuance-policy.ts';
import { newAccountNumber, newCardId, newCardNumber } from './new-numbers.ts';

/** GB/T 3304: 其他, where the registry does not know the ethnic group. */
const OTHER_GROUP = '97';
const CITIZEN_NUMBER = /^\d{17}[\dX]$/;

export type OwedCard = Tables['card_request'];

/** The request a kiosk may make a card for now; null where it is unknown, another's, void, bound or delivered. */
export async function owedCard(
  queries: Queries,
  requestKey: string,
  kioskId: string,
): Promise<OwedCard | null> {
  const request = await queries
    .selectFrom('card_request')
    .selectAll()
    .where('request_key', '=', requestKey)
    .where('state', '=', 'open')
    .where('bound_at', 'is', null)
    .where('issue', '=', 'on-the-spot')
    .executeTakeFirst();
  const own = request?.kiosk_id === null || request?.kiosk_id === kioskId;
  return request && own ? request : null;
}

const residentOf = (queries: Queries, socialSecurityNumber: string) =>
  queries
    .selectFrom('resident')
    .selectAll()
    .where('social_security_number', '=', socialSecurityNumber)
    .executeTakeFirst();

/** REPL-2, SWAP-2: the account that was passed on to this card, that of the card before, or a new one. */
async function accountFor(
  queries: Queries,
  entropy: Foundations['entropy'],
  owed: OwedCard,
): Promise<string> {
  const before = owed.account_choice === 'same' ? owed.old_card_serial : null;
  for (const serial of [owed.card_serial, before]) {
    const card = await queries
      .selectFrom('card')
      .select('account_number')
      .where('card_serial', '=', serial)
      .executeTakeFirst();
    if (typeof card?.account_number === 'string') return card.account_number;
  }
  return newAccountNumber(queries, entropy);
}

/** 17th digit of a citizen number: odd is a man (ID-4). Other numbers do not say it. */
const sexOf = (number: string): CardData['sex'] => {
  if (!CITIZEN_NUMBER.test(number)) return '9';
  return Number(number.charAt(16)) % 2 === 1 ? '1' : '2';
};

/** Everything a new card for this request will say; null where the registry does not know the person. */
export async function cardForRequest(
  { clock, entropy }: Pick<Foundations, 'clock' | 'entropy'>,
  policy: IssuancePolicy,
  queries: Queries,
  owed: OwedCard,
): Promise<CardData | null> {
  const { social_security_number: number } = owed;
  const resident = await residentOf(queries, number);
  const birthDate = resident === undefined ? null : parseDay(resident.birth_date);
  if (resident === undefined || birthDate === null) return null;
  const issuedOn = dayInShanghai(clock.now());
  return {
    cardId: newCardId(policy.region, entropy),
    cardNumber: await newCardNumber(queries, entropy),
    accountNumber: await accountFor(queries, entropy, owed),
    issuedOn,
    expiresOn: addYears(issuedOn, policy.validYears),
    socialSecurityNumber: number,
    name: resident.name,
    birthDate,
    sex: sexOf(number),
    ethnicGroup: resident.ethnic_group ?? OTHER_GROUP,
    birthPlace: CITIZEN_NUMBER.test(number) ? number.slice(0, 6) : policy.region,
  };
}

/**
 * The photo for the card's face, JPEG in base64: the one taken for this application, else the authority's; null below
 * the pack's age and where there is none.
 */
export async function photoFor(
  policy: IssuancePolicy,
  queries: Queries,
  requestKey: string,
  card: CardData,
): Promise<string | null> {
  if (ageOn(card.birthDate, card.issuedOn) < policy.photoFromAge) return null;
  const taken = await queries
    .selectFrom('card_request')
    .innerJoin('application', 'application.application_number', 'card_request.request_number')
    .select('application.photo_base64')
    .where('card_request.request_key', '=', requestKey)
    .executeTakeFirst();
  if (typeof taken?.photo_base64 === 'string') return taken.photo_base64;
  return (await residentOf(queries, card.socialSecurityNumber))?.photo_base64 ?? null;
}
