import { z } from 'zod';
import { day } from '../../src/calendar/calendar-day.ts';
import { FINANCIAL_STATES } from '../../src/card/financial-side.ts';
import { SOCIAL_SECURITY_EVENTS } from '../../src/card/social-security-events.ts';
import { SOCIAL_SECURITY_STATES } from '../../src/card/social-security-side.ts';
import { calendarDay } from '../../src/contracts/fields.ts';
import { fictitiousResidents } from '../../src/fictitious-residents/residents.ts';
import type { Queries } from '../database/tables.ts';

const cardView = z.object({
  cardNumber: z.string().nullable(),
  socialSecurity: z.enum(SOCIAL_SECURITY_STATES),
  financial: z.enum(FINANCIAL_STATES).nullable(),
  balanceSms: z.boolean(),
  generation: z.union([z.literal(2), z.literal(3)]),
  accountNumber: z.string().nullable(),
  /** Last day of a temporary loss report. */
  lostUntil: z.string().nullable(),
  /** Where it lies ready: an outlet, or `kiosk:` and the kiosk. */
  place: z.string().nullable(),
  /** What happened to it, in order, and why. */
  history: z.array(z.object({ event: z.enum(SOCIAL_SECURITY_EVENTS), reason: z.string() })),
});
const requestView = z.object({
  requestNumber: z.string(),
  purpose: z.enum(['application', 'replacement', 'swap', 'exchange']),
  state: z.enum(['open', 'delivered']),
  readyBy: z.string(),
  priority: z.boolean(),
});
const residentView = z.object({
  id: z.string(),
  shows: z.string(),
  name: z.string(),
  socialSecurityNumber: z.string(),
  mobile: z.string(),
  entitled: z.boolean(),
  photoOnFile: z.boolean(),
  applicationNumber: z.string().nullable(),
  cards: z.array(cardView),
  /** State of the electronic card (M A4). */
  electronicCard: z.enum(SOCIAL_SECURITY_STATES).nullable(),
  requests: z.array(requestView),
  /** What the authority's people have to look at. */
  notes: z.array(z.string()),
});
export const registryView = z.object({ seededFor: calendarDay, residents: z.array(residentView) });
type ResidentView = z.infer<typeof residentView>;

/** One table, grouped by the person it is about. */
const byPerson = <Row extends { social_security_number: string }>(rows: readonly Row[]) => {
  const grouped = Map.groupBy(rows, (row) => row.social_security_number);
  return (person: string): readonly Row[] => grouped.get(person) ?? [];
};

async function viewCards(queries: Queries): Promise<(person: string) => ResidentView['cards']> {
  const cards = byPerson(
    await queries
      .selectFrom('card')
      .leftJoin('bank_account', 'bank_account.account_number', 'card.account_number')
      .selectAll('card')
      .select(['bank_account.financial_state', 'bank_account.balance_sms'])
      .orderBy('card.ordinal')
      .execute(),
  );
  const events = await queries.selectFrom('card_event').selectAll().orderBy('sequence').execute();
  const history = Map.groupBy(events, (event) => event.card_serial);
  return (person) =>
    cards(person).map((card) => ({
      cardNumber: card.card_number,
      socialSecurity: card.social_security_state,
      financial: card.financial_state,
      balanceSms: card.balance_sms === 1,
      generation: card.generation,
      accountNumber: card.account_number,
      lostUntil: card.lost_until,
      place: card.place,
      history: (history.get(card.card_serial) ?? []).map(({ event, reason }) => ({ event, reason })),
    }));
}

/** The fictitious residents with the states their cards, requests and electronic cards have now. */
export async function viewRegistry(queries: Queries): Promise<z.infer<typeof registryView>> {
  const { seeded_for } = await queries
    .selectFrom('registry_seed')
    .select('seeded_for')
    .executeTakeFirstOrThrow();
  const seededFor = day(seeded_for);
  const rows = byPerson(await queries.selectFrom('resident').selectAll().execute());
  const cards = await viewCards(queries);
  const pending = byPerson(
    await queries.selectFrom('application').selectAll().where('state', '=', 'accepted').execute(),
  );
  const requests = byPerson(
    await queries.selectFrom('card_request').selectAll().orderBy('accepted_at').execute(),
  );
  const electronic = byPerson(await queries.selectFrom('electronic_card').selectAll().execute());
  const notes = byPerson(await queries.selectFrom('authority_note').selectAll().orderBy('at').execute());
  return {
    seededFor,
    residents: fictitiousResidents(seededFor).map(({ id, shows, document, socialSecurityNumber, mobile }) => {
      const row = rows(socialSecurityNumber)[0];
      return {
        id,
        shows,
        name: document.name,
        socialSecurityNumber,
        mobile: row?.mobile ?? mobile,
        entitled: row?.entitled === 1,
        photoOnFile: typeof row?.photo_base64 === 'string',
        applicationNumber: pending(socialSecurityNumber)[0]?.application_number ?? null,
        cards: cards(socialSecurityNumber),
        electronicCard: electronic(socialSecurityNumber)[0]?.state ?? null,
        requests: requests(socialSecurityNumber).map((request) => ({
          requestNumber: request.request_number,
          purpose: request.purpose,
          state: request.state,
          readyBy: request.ready_by,
          priority: request.priority === 1,
        })),
        notes: notes(socialSecurityNumber).map((note) => note.kind),
      };
    }),
  };
}
