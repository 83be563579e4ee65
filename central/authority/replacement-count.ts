import { dayInShanghai } from '../../src/calendar/calendar-day.ts';
import type { Queries } from '../database/tables.ts';

const YEAR_AND_MONTH = 7;
/** A month in Shanghai began at most this long before the same month in UTC. */
const SHANGHAI_AHEAD_MS = 8 * 60 * 60 * 1000;

/** REPL-8: replacements accepted for this person in the calendar month (Asia/Shanghai) of an ISO instant. */
export async function replacementsInMonthOf(
  queries: Queries,
  socialSecurityNumber: string,
  instant: string,
): Promise<number> {
  const month = dayInShanghai(Date.parse(instant)).slice(0, YEAR_AND_MONTH);
  const earliest = new Date(Date.parse(`${month}-01T00:00:00.000Z`) - SHANGHAI_AHEAD_MS).toISOString();
  const since = await queries
    .selectFrom('card_request')
    .select('accepted_at')
    .where('social_security_number', '=', socialSecurityNumber)
    .where('purpose', '=', 'replacement')
    .where('accepted_at', '>=', earliest)
    .execute();
  return since.filter((one) => dayInShanghai(Date.parse(one.accepted_at)).startsWith(month)).length;
}
