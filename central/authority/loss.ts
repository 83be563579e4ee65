import { addDays, type CalendarDay, dayInShanghai } from '../../src/calendar/calendar-day.ts';
import type { SocialSecurityReason } from '../../src/card/social-security-events.ts';
import type { LossReport, LossUndo, OperationRefusal } from '../../src/contracts/central/operations.ts';
import { calendarDay } from '../../src/contracts/fields.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { instantNow } from '../moments.ts';
import { randomHex } from '../secrets.ts';
import type { Decision } from './card-authority.ts';
import { type CardRow, moveCard } from './card-moves.ts';
import { done, refused } from './decision.ts';
import { type HeldCard, heldCard } from './held-card.ts';
import { countsFrom, identityRefusal } from './identity-check.ts';
import type { AuthorityPolicy } from './reference-policy.ts';

/** Why the loss of a card can't be reported, or undone, in the words of the contract. */
const REFUSAL_OF_REASON: Partial<Record<SocialSecurityReason, OperationRefusal>> = {
  'not-yet-collected': 'not-yet-collected',
  'no-loss-reported': 'no-loss-reported',
  suspended: 'suspended',
  cancelled: 'cancelled',
};
const refusalOf = (card: CardRow, reason: SocialSecurityReason): OperationRefusal =>
  // A recalled card is not collected either; where it is now is the useful answer.
  card.social_security_state === 'recalled' ? 'recalled' : (REFUSAL_OF_REASON[reason] ?? 'card-not-normal');

type Lost = LossReport['report'];

/**
 * Last day of a report that takes effect today; null is without end (LOSS-2). Counted from the day it takes effect and
 * not from the day a kiosk recorded it (LOSS-5): the card was open until now, and the resident gets all the days.
 */
const lastDay = (report: Lost, today: CalendarDay): CalendarDay | null =>
  report.loss === 'temporary' && report.term.kind === 'days' ? addDays(today, report.term.days) : null;

/** Reporting again never shortens a report: the later end of both. */
function laterEnd(standing: string | null, asked: CalendarDay | null): CalendarDay | null {
  if (standing === null || asked === null) return null;
  return standing > asked ? calendarDay.parse(standing) : asked;
}

/**
 * LOSS-1 to LOSS-3, at once for both sides: a card that isn't `normal` pays no more (src/card/usable.ts). The same
 * loss reported again is done; so is a temporary one over a formal one, which covers it and stays.
 */
export async function reportLoss(
  { clock, entropy }: Foundations,
  policy: AuthorityPolicy,
  queries: Queries,
  report: LossReport,
): Promise<Decision> {
  const now = clock.now();
  const today = dayInShanghai(now);
  const wrongIdentity = identityRefusal(report.identity, countsFrom(report.reportedAt, now).on, policy);
  if (wrongIdentity !== null) return refused(wrongIdentity);
  const card = await heldCard(queries, report.identity.socialSecurityNumber);
  if (card === null) return refused('no-card');
  const { loss } = report.report;
  const answer = await moveCard(queries, card, {
    event: loss === 'formal' ? 'formal-loss-reported' : 'temporary-loss-reported',
    reason: 'loss.report',
    at: instantNow(clock),
  });
  if ('refuse' in answer && answer.refuse !== 'already-reported')
    return refused(refusalOf(card, answer.refuse));
  const lostUntil = await settleEnd(queries, card, lastDay(report.report, today), 'to' in answer, loss);
  return done({
    kind: 'loss.report',
    lostUntil,
    hotlineReference: `GS${today.replaceAll('-', '')}-${randomHex(entropy, 4)}`,
  });
}

/** Writes the last day of the report that stands now, and tells it. */
async function settleEnd(
  queries: Queries,
  card: HeldCard,
  asked: CalendarDay | null,
  isNew: boolean,
  loss: Lost['loss'],
): Promise<CalendarDay | null> {
  const formal = loss === 'formal' || card.social_security_state === 'formally-lost';
  const lostUntil = formal ? null : isNew ? asked : laterEnd(card.lost_until, asked);
  await queries
    .updateTable('card')
    .set({ lost_until: lostUntil })
    .where('card_serial', '=', card.card_serial)
    .execute();
  return lostUntil;
}

/** LOSS-6: with the card that was found, where the pack lets a kiosk do it, before a replacement was accepted. */
export async function undoLoss(
  { clock }: Foundations,
  policy: AuthorityPolicy,
  queries: Queries,
  undo: LossUndo,
): Promise<Decision> {
  if (!policy.loss.undoAtKiosk) return refused('counter-only');
  const card = await queries
    .selectFrom('card')
    .selectAll()
    .where('card_id', '=', undo.cardId)
    .executeTakeFirst();
  if (!card) return refused('card-unknown');
  if (card.social_security_number !== undo.socialSecurityNumber) return refused('holder-mismatch');
  const undoneAt = instantNow(clock);
  const answer = await moveCard(queries, card, { event: 'loss-undone', reason: 'loss.undo', at: undoneAt });
  if ('to' in answer) return done({ kind: 'loss.undo', undoneAt });
  if (card.social_security_state !== 'cancelled') {
    return refused('refuse' in answer ? refusalOf(card, answer.refuse) : 'card-not-normal');
  }
  const replaced = await queries
    .selectFrom('card_request')
    .select('request_key')
    .where('old_card_serial', '=', card.card_serial)
    .executeTakeFirst();
  return refused(replaced ? 'already-replaced' : 'cancelled');
}
