import { z } from 'zod';
import { day } from '../../src/calendar/calendar-day.ts';
import { FINANCIAL_STATES } from '../../src/card/financial-side.ts';
import { SOCIAL_SECURITY_STATES } from '../../src/card/social-security-side.ts';
import { calendarDay } from '../../src/contracts/fields.ts';
import { fictitiousResidents } from '../../src/fictitious-residents/residents.ts';
import type { Queries } from '../database/tables.ts';

const residentView = z.object({
  id: z.string(),
  shows: z.string(),
  name: z.string(),
  socialSecurityNumber: z.string(),
  mobile: z.string(),
  entitled: z.boolean(),
  photoOnFile: z.boolean(),
  applicationNumber: z.string().nullable(),
  cards: z.array(
    z.object({
      cardNumber: z.string().nullable(),
      socialSecurity: z.enum(SOCIAL_SECURITY_STATES),
      financial: z.enum(FINANCIAL_STATES).nullable(),
      balanceSms: z.boolean(),
    }),
  ),
});
export const registryView = z.object({ seededFor: calendarDay, residents: z.array(residentView) });

/** The fictitious residents with the states their cards and applications have now. */
export async function viewRegistry(queries: Queries): Promise<z.infer<typeof registryView>> {
  const { seeded_for } = await queries
    .selectFrom('registry_seed')
    .select('seeded_for')
    .executeTakeFirstOrThrow();
  const seededFor = day(seeded_for);
  const residents = await queries.selectFrom('resident').selectAll().execute();
  const cards = await queries
    .selectFrom('card')
    .leftJoin('bank_account', 'bank_account.account_number', 'card.account_number')
    .select([
      'card.social_security_number as holder',
      'card.card_number',
      'card.social_security_state',
      'bank_account.financial_state',
      'bank_account.balance_sms',
    ])
    .execute();
  const applications = await queries
    .selectFrom('application')
    .select(['application_number', 'social_security_number'])
    .where('state', '=', 'accepted')
    .execute();
  return {
    seededFor,
    residents: fictitiousResidents(seededFor).map(({ id, shows, document, socialSecurityNumber, mobile }) => {
      const row = residents.find((resident) => resident.resident_id === id);
      const pending = applications.find((one) => one.social_security_number === socialSecurityNumber);
      return {
        id,
        shows,
        name: document.name,
        socialSecurityNumber,
        mobile,
        entitled: row?.entitled === 1,
        photoOnFile: typeof row?.photo_base64 === 'string',
        applicationNumber: pending?.application_number ?? null,
        cards: cards
          .filter((card) => card.holder === socialSecurityNumber)
          .map((card) => ({
            cardNumber: card.card_number,
            socialSecurity: card.social_security_state,
            financial: card.financial_state,
            balanceSms: card.balance_sms === 1,
          })),
      };
    }),
  };
}
