import { addWorkingDays, type CalendarDay, dayInShanghai } from '../../src/calendar/calendar-day.ts';
import type { CardDelivery, OperationRefusal } from '../../src/contracts/central/operations.ts';
import { calendarDay } from '../../src/contracts/fields.ts';
import { unreachable } from '../../src/result.ts';
import type { Accounts } from '../bank/accounts.ts';
import type { Queries, Tables } from '../database/tables.ts';
import type { PackPolicies } from '../director/packs.ts';
import type { Foundations } from '../foundations.ts';
import { instantNow } from '../moments.ts';
import type { Decision } from './card-authority.ts';
import { type CardRow, cardBySerial, moveCard } from './card-moves.ts';
import { done, refused, type Sent } from './decision.ts';
import { noteAndTell } from './messages.ts';
import { endOldCard } from './old-card.ts';
import { packOf, putInProduction, requestOfKiosk } from './owed-card.ts';

/** Whom a delivery is settled with. */
export interface DeliveryParts {
  readonly foundations: Foundations;
  readonly policies: PackPolicies;
  readonly accounts: Accounts;
}

/** One delivery while it is being settled. */
interface Settling extends DeliveryParts {
  readonly queries: Queries;
  readonly request: Tables['card_request'];
  readonly card: CardRow;
  readonly sent: Sent;
}

const REASON = { reason: 'card.delivery' } as const;

const setRequest = ({ queries, request }: Settling, change: Partial<Tables['card_request']>) =>
  queries.updateTable('card_request').set(change).where('request_key', '=', request.request_key).execute();

/** The owner has the card: usable from now on. Whatever card it takes the place of is void first (INV-2). */
async function handedOver(settling: Settling): Promise<OperationRefusal | null> {
  const { queries, accounts, request, card, foundations } = settling;
  const state = card.social_security_state;
  if (state === 'suspended' || state === 'recalled' || state === 'cancelled') return state;
  if (state === 'expired') return 'card-not-normal';
  const move = { ...REASON, at: instantNow(foundations.clock) };
  await endOldCard(queries, accounts, request, move);
  await moveCard(queries, card, { ...move, event: 'collected' });
  await setRequest(settling, { state: 'delivered' });
  if (request.purpose === 'application') await endApplication(settling);
  return null;
}

/** The application has become a card; the photo it brought is the authority's photo from now on (APPLY-4). */
async function endApplication({ queries, request }: Settling): Promise<void> {
  const ended = await queries
    .updateTable('application')
    .set({ state: 'ended' })
    .where('application_number', '=', request.request_number)
    .returning('photo_base64')
    .executeTakeFirst();
  if (typeof ended?.photo_base64 !== 'string') return;
  await queries
    .updateTable('resident')
    .set({ photo_base64: ended.photo_base64 })
    .where('social_security_number', '=', request.social_security_number)
    .execute();
}

/** Nobody took it: it lies in the kiosk's bin for its owner, and is recalled like any other in the end (M A12). */
async function retained(settling: Settling): Promise<OperationRefusal | null> {
  const { queries, card, foundations, sent } = settling;
  const { clock } = foundations;
  const answer = await moveCard(queries, card, {
    ...REASON,
    at: instantNow(clock),
    event: 'kept-for-owner',
  });
  if (!('to' in answer)) return null;
  await queries
    .updateTable('card')
    .set({ awaiting_since: dayInShanghai(clock.now()), place: `kiosk:${sent.kioskId}` })
    .where('card_serial', '=', card.card_serial)
    .execute();
  await setRequest(settling, { step: 'ready' });
  return null;
}

/** Nobody saw whether it was taken: blocked until a counter has seen its owner, who is told. */
async function maybeTaken(settling: Settling): Promise<OperationRefusal | null> {
  const { queries, accounts, card, request, foundations } = settling;
  const move = { ...REASON, at: instantNow(foundations.clock) };
  const answer = await moveCard(queries, card, { ...move, event: 'suspended' });
  if (!('to' in answer)) return null;
  // The new card is perhaps in its owner's hand: a card it was to take the place of must not live on beside it.
  await endOldCard(queries, accounts, request, move);
  await noteAndTell(
    foundations,
    queries,
    'card-maybe-taken',
    request.social_security_number,
    request.request_number,
  );
  return null;
}

/** How many cards this request has had: each has a serial of its own, and a rejected one stays void in the registry. */
async function nextSerial(queries: Queries, request: Tables['card_request']): Promise<string> {
  const made = await queries
    .selectFrom('card')
    .select('card_serial')
    .where('request_key', '=', request.request_key)
    .execute();
  return `${request.request_number}-${made.length + 1}`;
}

/** No card came out: owed at the outlet, with priority. A card that was bound already is void: it is in the bin. */
async function notIssued(settling: Settling): Promise<CalendarDay> {
  const { queries, policies, request, card, foundations } = settling;
  const { authorityPolicy } = await policies.of(queries, request.kiosk_id, packOf(request));
  const today = dayInShanghai(foundations.clock.now());
  const promised = calendarDay.parse(request.ready_by);
  // The day first promised stands, unless the news of the failure came after it.
  const readyBy =
    promised >= today ? promised : addWorkingDays(today, authorityPolicy.issuance.readyWithinWorkingDays);
  const order = { issue: 'at-outlet', priority: 1, ready_by: readyBy, step: 'production' } as const;
  if (request.bound_at === null) {
    await setRequest(settling, order);
    return readyBy;
  }
  const at = instantNow(foundations.clock);
  await moveCard(queries, card, { ...REASON, at, event: 'cancelled' });
  const serial = await nextSerial(queries, request);
  const next = await putInProduction(queries, request, serial, card.account_number);
  await setRequest(settling, { ...order, card_serial: serial, bound_at: null });
  // An electronic card that still follows the old card goes on doing so.
  await queries
    .updateTable('electronic_card')
    .set({ card_serial: serial, state: next.social_security_state })
    .where('card_serial', '=', card.card_serial)
    .execute();
  return readyBy;
}

/**
 * What became of the card that a kiosk owed. Facts, so they are taken wherever they can be true; one that says again
 * what is known already is done.
 */
export async function settleDelivery(
  parts: DeliveryParts,
  queries: Queries,
  delivery: CardDelivery,
  sent: Sent,
): Promise<Decision> {
  const request = await requestOfKiosk(queries, delivery.request, sent.kioskId);
  if (request === null) return refused('request-unknown');
  const over = request.state === 'delivered';
  if (over && delivery.outcome !== 'handed-over') return refused('request-unknown');
  if (over) return done({ kind: 'card.delivery', readyBy: null });
  const card = await cardBySerial(queries, request.card_serial);
  const settling: Settling = { ...parts, queries, request, card, sent };
  if (delivery.outcome === 'not-issued') {
    return done({ kind: 'card.delivery', readyBy: await notIssued(settling) });
  }
  if (request.bound_at === null) return refused('not-bound');
  const wrong = await settleBound(settling, delivery.outcome);
  return wrong === null ? done({ kind: 'card.delivery', readyBy: null }) : refused(wrong);
}

function settleBound(
  settling: Settling,
  outcome: Exclude<CardDelivery['outcome'], 'not-issued'>,
): Promise<OperationRefusal | null> {
  switch (outcome) {
    case 'handed-over':
      return handedOver(settling);
    case 'retained':
      return retained(settling);
    case 'maybe-taken':
      return maybeTaken(settling);
    default:
      return unreachable(outcome);
  }
}
