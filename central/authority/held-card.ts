import type { SocialSecurityState } from '../../src/card/social-security-side.ts';
import type { ResidentCardAnswer } from '../../src/contracts/central/queries.ts';
import { calendarDay } from '../../src/contracts/fields.ts';
import { maskCardNumber } from '../../src/identity/masking.ts';
import type { FeeWaiver } from '../../src/policy/closed-sets.ts';
import type { Queries } from '../database/tables.ts';
import { replacementsInMonthOf } from './replacement-count.ts';

/** Nobody holds these yet, or not any more. */
const NOT_IN_HAND: ReadonlySet<SocialSecurityState> = new Set([
  'in-production',
  'awaiting-collection',
  'recalled',
]);

const rank = (state: SocialSecurityState): number =>
  state === 'normal' ? 0 : NOT_IN_HAND.has(state) ? 2 : 1;

/**
 * The one card that counts for a person, with its account: not a cancelled one, and while a swap or exchange is under
 * way the one in hand rather than the one being made. Null where there is none.
 */
export async function heldCard(queries: Queries, socialSecurityNumber: string) {
  const cards = await queries
    .selectFrom('card')
    .leftJoin('bank_account', 'bank_account.account_number', 'card.account_number')
    .selectAll('card')
    .select('bank_account.financial_state')
    .where('card.social_security_number', '=', socialSecurityNumber)
    .where('card.social_security_state', '!=', 'cancelled')
    .orderBy('card.ordinal')
    .execute();
  cards.sort((left, right) => rank(left.social_security_state) - rank(right.social_security_state));
  return cards[0] ?? null;
}
export type HeldCard = NonNullable<Awaited<ReturnType<typeof heldCard>>>;

/** LOSS-4, REPL-3: reasons not to pay that the authority knows of. A policy pack says which of them count where. */
export async function waiversOf(queries: Queries, card: HeldCard): Promise<FeeWaiver[]> {
  const resident = await queries
    .selectFrom('resident')
    .select('hardship')
    .where('social_security_number', '=', card.social_security_number)
    .executeTakeFirst();
  return [
    ...(card.financial_state === 'locked' ? (['never-activated'] as const) : []),
    ...(resident?.hardship === 1 ? (['hardship'] as const) : []),
  ];
}

/** The request for a card that this person is owed; undefined where nothing is under way. */
export const openRequest = (queries: Queries, socialSecurityNumber: string) =>
  queries
    .selectFrom('card_request')
    .innerJoin('card', 'card.card_serial', 'card_request.card_serial')
    .selectAll('card_request')
    .select('card.place')
    .where('card_request.social_security_number', '=', socialSecurityNumber)
    .where('card_request.state', '=', 'open')
    .executeTakeFirst();

const dayOrNull = (text: string | null) => (text === null ? null : calendarDay.parse(text));

/** POST /v1/residents/card. `now` is an ISO instant. */
export async function residentCard(
  queries: Queries,
  socialSecurityNumber: string,
  now: string,
): Promise<ResidentCardAnswer> {
  const card = await heldCard(queries, socialSecurityNumber);
  if (card === null) return { found: false };
  const resident = await queries
    .selectFrom('resident')
    .select('receives_benefits')
    .where('social_security_number', '=', socialSecurityNumber)
    .executeTakeFirst();
  const pending = await openRequest(queries, socialSecurityNumber);
  return {
    found: true,
    cardNumberMasked: maskCardNumber(card.card_number ?? ''),
    generation: card.generation,
    socialSecurity: card.social_security_state,
    financial: card.financial_state ?? 'locked',
    lostUntil: dayOrNull(card.lost_until),
    expiresOn: dayOrNull(card.expires_on),
    waivers: await waiversOf(queries, card),
    replacementsThisMonth: await replacementsInMonthOf(queries, socialSecurityNumber, now),
    requestPending: pending
      ? {
          requestNumber: pending.request_number,
          readyBy: calendarDay.parse(pending.ready_by),
          place: pending.place ?? pending.collection_outlet,
        }
      : null,
    receivesBenefits: resident?.receives_benefits === 1,
  };
}
