import {
  addDays,
  type CalendarDay,
  day as checkedDay,
  dayInShanghai,
} from '../../src/calendar/calendar-day.ts';
import { APPLICATION_STEPS, type ResidentApplicationsAnswer } from '../../src/contracts/central/queries.ts';
import type { AuthorityPolicy } from '../authority/reference-policy.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';

type Step = (typeof APPLICATION_STEPS)[number];
type Progress = ResidentApplicationsAnswer['applications'][number];

const daysBetween = (from: CalendarDay, to: CalendarDay): number =>
  (Date.parse(to) - Date.parse(from)) / (24 * 60 * 60 * 1000);

/**
 * How far the office is by now if it keeps its promise: every step but the last takes the same part of the time. A
 * card is `ready` only when the registry says that it lies there.
 */
export function stepByDate(acceptedOn: CalendarDay, readyBy: CalendarDay, today: CalendarDay): Step {
  const steps = APPLICATION_STEPS.slice(0, -1);
  const promised = Math.max(1, daysBetween(acceptedOn, readyBy));
  const passed = Math.max(0, daysBetween(acceptedOn, today));
  const at = Math.min(steps.length - 1, Math.floor((passed / promised) * steps.length));
  return steps[at] ?? 'accepted';
}

const later = (left: Step, right: Step): Step =>
  APPLICATION_STEPS.indexOf(left) < APPLICATION_STEPS.indexOf(right) ? right : left;

/** Cards a person is owed and has not got, newest first, with step and reason of failure (PROG-1, PROG-2). */
export async function applicationsOf(
  { clock }: Pick<Foundations, 'clock'>,
  policy: Pick<AuthorityPolicy, 'collectWithinDays'>,
  queries: Queries,
  socialSecurityNumber: string,
): Promise<ResidentApplicationsAnswer> {
  const today = dayInShanghai(clock.now());
  const owed = await queries
    .selectFrom('card_request')
    .innerJoin('card', 'card.card_serial', 'card_request.card_serial')
    .selectAll('card_request')
    .select(['card.social_security_state', 'card.awaiting_since', 'card.place'])
    .where('card_request.social_security_number', '=', socialSecurityNumber)
    .where('card_request.state', '=', 'open')
    .orderBy('card_request.accepted_at', 'desc')
    .execute();
  const applications = owed.map((request): Progress => {
    const acceptedOn = dayInShanghai(Date.parse(request.accepted_at));
    const { request_number: number, purpose, failure } = request;
    const outlet = request.place ?? request.collection_outlet;
    const known = { number, purpose, acceptedOn, failure, outlet };
    if (failure !== null) return { ...known, step: request.step, readyBy: null, collectBy: null };
    const readyBy = checkedDay(request.ready_by);
    if (request.social_security_state !== 'awaiting-collection') {
      const step = later(request.step, stepByDate(acceptedOn, readyBy, today));
      return { ...known, step, readyBy, collectBy: null };
    }
    const since = request.awaiting_since === null ? today : checkedDay(request.awaiting_since);
    return { ...known, step: 'ready', readyBy, collectBy: addDays(since, policy.collectWithinDays) };
  });
  return { applications };
}
