import { addDays, type CalendarDay, dayInShanghai } from '../../src/calendar/calendar-day.ts';
import type { SocialSecurityEvent } from '../../src/card/social-security-events.ts';
import { SOCIAL_SECURITY_STATES } from '../../src/card/social-security-side.ts';
import { onSocialSecurityEvent } from '../../src/card/social-security-transitions.ts';
import type { Queries } from '../database/tables.ts';
import { type CardRow, moveCard } from './card-moves.ts';
import type { AuthorityPolicy } from './reference-policy.ts';

/** States in which the end of validity changes something; for the rest the day passes without effect. */
const CAN_EXPIRE = SOCIAL_SECURITY_STATES.filter(
  (state) => 'to' in onSocialSecurityEvent(state, 'validity-ended'),
);

/** LOSS-2: the last day of a temporary report is over. */
const lossEnded = (queries: Queries, today: CalendarDay): Promise<CardRow[]> =>
  queries
    .selectFrom('card')
    .selectAll()
    .where('social_security_state', '=', 'temporarily-lost')
    .where('lost_until', '<', today)
    .execute();

/** M A12: nobody came for it. */
const uncollected = (
  queries: Queries,
  today: CalendarDay,
  policy: Pick<AuthorityPolicy, 'collectWithinDays'>,
): Promise<CardRow[]> =>
  queries
    .selectFrom('card')
    .selectAll()
    .where('social_security_state', '=', 'awaiting-collection')
    .where('awaiting_since', '<', addDays(today, -policy.collectWithinDays))
    .execute();

/** M A6: the last day printed on the card is over. */
const outlived = (queries: Queries, today: CalendarDay): Promise<CardRow[]> =>
  queries
    .selectFrom('card')
    .selectAll()
    .where('social_security_state', 'in', CAN_EXPIRE)
    .where('expires_on', '<', today)
    .execute();

/**
 * What days bring about without anybody asking (LOSS-2, M A12, M A6). Run before every question and operation and now
 * and then between them, so nobody ever sees a state whose day is over. `now` in milliseconds.
 */
export async function settleTimers(
  queries: Queries,
  now: number,
  policy: Pick<AuthorityPolicy, 'collectWithinDays'>,
): Promise<void> {
  const today = dayInShanghai(now);
  const at = new Date(now).toISOString();
  const move = async (due: Promise<CardRow[]>, event: SocialSecurityEvent): Promise<void> => {
    for (const card of await due) await moveCard(queries, card, { event, reason: 'timer', at });
  };
  // In this order: a card found again by itself on its last day may have expired on the same one.
  await move(lossEnded(queries, today), 'temporary-loss-ended');
  await move(uncollected(queries, today, policy), 'collection-overdue');
  await move(outlived(queries, today), 'validity-ended');
}
