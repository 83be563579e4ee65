import type { CompiledQuery, Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { addDays, type CalendarDay, dayInShanghai } from '../../src/calendar/calendar-day.ts';
import type { SocialSecurityEvent } from '../../src/card/social-security-events.ts';
import { SOCIAL_SECURITY_STATES } from '../../src/card/social-security-side.ts';
import { onSocialSecurityEvent } from '../../src/card/social-security-transitions.ts';
import type { Queries, Tables } from '../database/tables.ts';
import { type CardRow, moveCard } from './card-moves.ts';
import type { AuthorityPolicy } from './reference-policy.ts';

/** States in which the end of validity changes something; for the rest the day passes without effect. */
const CAN_EXPIRE = SOCIAL_SECURITY_STATES.filter(
  (state) => 'to' in onSocialSecurityEvent(state, 'validity-ended'),
);

type IsCard = ExpressionBuilder<Tables, 'card'>;
type Due = (is: IsCard) => Expression<SqlBool>;

/** LOSS-2: the last day of a temporary report is over. */
const lossEnded =
  (today: CalendarDay): Due =>
  (is) =>
    is.and([is('social_security_state', '=', 'temporarily-lost'), is('lost_until', '<', today)]);

/** M A12: nobody came for it. */
const uncollected =
  (today: CalendarDay, policy: Pick<AuthorityPolicy, 'collectWithinDays'>): Due =>
  (is) =>
    is.and([
      is('social_security_state', '=', 'awaiting-collection'),
      is('awaiting_since', '<', addDays(today, -policy.collectWithinDays)),
    ]);

/** M A6: the last day printed on the card is over. */
const outlived =
  (today: CalendarDay): Due =>
  (is) =>
    is.and([is('social_security_state', 'in', CAN_EXPIRE), is('expires_on', '<', today)]);

/** What days bring about without anybody asking (LOSS-2, M A12, M A6). Times in milliseconds. */
export interface Timers {
  /** Whether there is anything to settle. Asked before every request, so the question is put together once a day. */
  due(queries: Queries, now: number): Promise<boolean>;
  /** Run in one commit, before every question and operation where something is due: nobody sees a state that is over. */
  settle(queries: Queries, now: number): Promise<void>;
}

export function cardTimers(policy: Pick<AuthorityPolicy, 'collectWithinDays'>): Timers {
  let question: { readonly today: CalendarDay; readonly compiled: CompiledQuery } | null = null;

  function questionOf(queries: Queries, today: CalendarDay): CompiledQuery {
    if (question?.today === today) return question.compiled;
    const compiled = queries
      .selectFrom('card')
      .select('card_serial')
      .where((is) => is.or([lossEnded(today)(is), uncollected(today, policy)(is), outlived(today)(is)]))
      .limit(1)
      .compile();
    question = { today, compiled };
    return compiled;
  }

  return {
    due: async (queries, now) => {
      const { rows } = await queries.executeQuery(questionOf(queries, dayInShanghai(now)));
      return rows.length > 0;
    },
    settle: async (queries, now) => {
      const today = dayInShanghai(now);
      const at = new Date(now).toISOString();
      const move = async (due: Due, event: SocialSecurityEvent): Promise<void> => {
        const cards: CardRow[] = await queries.selectFrom('card').selectAll().where(due).execute();
        for (const card of cards) await moveCard(queries, card, { event, reason: 'timer', at });
      };
      // In this order: a card found again by itself on its last day may have expired on the same one.
      await move(lossEnded(today), 'temporary-loss-ended');
      await move(uncollected(today, policy), 'collection-overdue');
      await move(outlived(today), 'validity-ended');
    },
  };
}
