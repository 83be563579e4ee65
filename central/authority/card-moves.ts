import type { SocialSecurityEvent, SocialSecurityReason } from '../../src/card/social-security-events.ts';
import type { SocialSecurityState } from '../../src/card/social-security-side.ts';
import { onSocialSecurityEvent } from '../../src/card/social-security-transitions.ts';
import type { Transition } from '../../src/card/transition.ts';
import type { Operation } from '../../src/contracts/central/operations.ts';
import type { Queries, Tables } from '../database/tables.ts';

export type CardRow = Tables['card'];

/** Why a card's state changed: the kind of an operation, or time. */
export type MoveReason = Operation['kind'] | 'timer';

/** What moves a card and when. `at` is an ISO instant. */
export interface Move {
  readonly event: SocialSecurityEvent;
  readonly reason: MoveReason;
  readonly at: string;
}

async function writeHistory(queries: Queries, card: CardRow, to: SocialSecurityState, move: Move) {
  const last = await queries
    .selectFrom('card_event')
    .select((each) => each.fn.max('sequence').as('sequence'))
    .where('card_serial', '=', card.card_serial)
    .executeTakeFirst();
  await queries
    .insertInto('card_event')
    .values({
      card_serial: card.card_serial,
      sequence: (last?.sequence ?? 0) + 1,
      at: move.at,
      event: move.event,
      from_state: card.social_security_state,
      to_state: to,
      reason: move.reason,
    })
    .execute();
}

/**
 * The only way a card changes its state: by the table of transitions, with a line of history, and with the electronic
 * card that follows it (M A4). A refused or ignored event changes nothing; the caller reads why.
 */
export async function moveCard(
  queries: Queries,
  card: CardRow,
  move: Move,
): Promise<Transition<SocialSecurityState, SocialSecurityReason>> {
  const answer = onSocialSecurityEvent(card.social_security_state, move.event);
  if (!('to' in answer)) return answer;
  const serial = card.card_serial;
  await queries
    .updateTable('card')
    .set({
      social_security_state: answer.to,
      // What belonged to the state it leaves.
      lost_until: null,
      ...(answer.to === 'awaiting-collection' ? {} : { awaiting_since: null, place: null }),
    })
    .where('card_serial', '=', serial)
    .execute();
  await writeHistory(queries, card, answer.to, move);
  await queries
    .updateTable('electronic_card')
    .set({ state: answer.to })
    .where('card_serial', '=', serial)
    .execute();
  return answer;
}

/** REPL-6: from now on the electronic card follows this card. A first card brings its electronic card along (APPLY-9). */
export async function followWithElectronicCard(queries: Queries, card: CardRow): Promise<void> {
  const follows = { card_serial: card.card_serial, state: card.social_security_state };
  await queries
    .insertInto('electronic_card')
    .values({ social_security_number: card.social_security_number, ...follows })
    .onConflict((conflict) => conflict.column('social_security_number').doUpdateSet(follows))
    .execute();
}

/** A card as the registry has it now. */
export const cardBySerial = (queries: Queries, serial: string): Promise<CardRow> =>
  queries.selectFrom('card').selectAll().where('card_serial', '=', serial).executeTakeFirstOrThrow();
