import { addWorkingDays, dayInShanghai } from '../../src/calendar/calendar-day.ts';
import type { CardRequest, OperationRefusal } from '../../src/contracts/central/operations.ts';
import type { Accounts } from '../bank/accounts.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { instantNow } from '../moments.ts';
import type { Payments } from '../payments/payments.ts';
import { randomHex } from '../secrets.ts';
import type { Decision } from './card-authority.ts';
import { done, refused, type Sent } from './decision.ts';
import { type HeldCard, heldCard, openRequest, waiversOf } from './held-card.ts';
import { countsFrom, identityRefusal } from './identity-check.ts';
import { noteAndTell } from './messages.ts';
import { endOldCard } from './old-card.ts';
import { oweCard, requestNumber, requestOfKiosk } from './owed-card.ts';
import type { AuthorityPolicy } from './reference-policy.ts';
import { replacementsInMonthOf } from './replacement-count.ts';
import { cardFee } from './request-fee.ts';
import { requestRefusal } from './request-refusals.ts';

/** Whom a card request is decided with. */
export interface RequestParts {
  readonly foundations: Foundations;
  readonly policy: AuthorityPolicy;
  readonly accounts: Accounts;
  readonly payments: Payments;
}

/** REPL-3: an order of this person's, with at least the fee paid and not given back, that paid for no other card. */
async function paid(
  { payments }: RequestParts,
  queries: Queries,
  request: CardRequest,
  fee: number,
): Promise<boolean> {
  if (request.order === null) return fee === 0;
  const order = await payments.paidFor(queries, request.order);
  if (order?.socialSecurityNumber !== request.identity.socialSecurityNumber) return false;
  const spent = await queries
    .selectFrom('card_request')
    .select('request_key')
    .where('order_key', '=', request.order)
    .executeTakeFirst();
  return spent === undefined && order.paidFen - order.refundedFen >= fee;
}

/** REPL-8, REPL-2: what the authority and the resident are told once a request was accepted. */
async function tellWhatFollows(
  { foundations, policy }: RequestParts,
  queries: Queries,
  request: CardRequest,
  number: string,
): Promise<void> {
  const person = request.identity.socialSecurityNumber;
  const resident = await queries
    .selectFrom('resident')
    .select('receives_benefits')
    .where('social_security_number', '=', person)
    .executeTakeFirst();
  if (request.account === 'new' && resident?.receives_benefits === 1) {
    await noteAndTell(foundations, queries, 'payers-to-tell', person, number);
  }
  const limit = policy.replacement.remindAbovePerMonth;
  if (limit === null || request.purpose !== 'replacement') return;
  const inMonth = await replacementsInMonthOf(queries, person, instantNow(foundations.clock));
  if (inMonth > limit) await noteAndTell(foundations, queries, 'many-replacements', person, number);
}

/** The first thing that speaks against it, or the card it takes the place of. */
async function judge(
  parts: RequestParts,
  queries: Queries,
  request: CardRequest,
): Promise<OperationRefusal | HeldCard> {
  const { policy, foundations } = parts;
  const { on } = countsFrom(request.acceptedAt, foundations.clock.now());
  const wrongIdentity = identityRefusal(request.identity, on, policy);
  if (wrongIdentity !== null) return wrongIdentity;
  const person = request.identity.socialSecurityNumber;
  if (await openRequest(queries, person)) return 'request-pending';
  const card = await heldCard(queries, person);
  if (card === null) return 'no-card';
  const wrong = requestRefusal(request, card, policy);
  if (wrong !== null) return wrong;
  const fee = cardFee(request, on, await waiversOf(queries, card), policy);
  if (fee === null || !(await paid(parts, queries, request, fee))) return 'not-paid';
  return card;
}

/**
 * Decides on a replacement, swap or exchange. Accepted, the authority owes a card; a replaced one is void from here on
 * (REPL-4, REPL-5), a swapped or exchanged one stays usable until it is switched (SWAP-3).
 */
export async function requestCard(
  parts: RequestParts,
  queries: Queries,
  request: CardRequest,
  sent: Sent,
): Promise<Decision> {
  const judged = await judge(parts, queries, request);
  if (typeof judged === 'string') return refused(judged);
  const { clock, entropy } = parts.foundations;
  const now = clock.now();
  const accepted = countsFrom(request.acceptedAt, now);
  const number = requestNumber(request.purpose, dayInShanghai(now), randomHex(entropy, 4));
  const readyBy = addWorkingDays(accepted.on, parts.policy.issuance.readyWithinWorkingDays);
  await oweCard(
    queries,
    {
      request_key: sent.key,
      request_number: number,
      purpose: request.purpose,
      social_security_number: request.identity.socialSecurityNumber,
      receipt_reference: request.receiptReference,
      kiosk_id: sent.kioskId,
      accepted_at: accepted.at,
      ready_by: readyBy,
      collection_outlet: request.collectionOutlet,
      issue: request.issue,
      account_choice: request.account,
      exchange_reason: request.exchangeReason,
      old_card_serial: judged.card_serial,
      order_key: request.order,
      pack_id: request.pack?.id ?? null,
      pack_version: request.pack?.version ?? null,
    },
    request.account === 'same' ? judged.account_number : null,
  );
  if (request.purpose === 'replacement') {
    const owed = await requestOfKiosk(queries, sent.key, sent.kioskId);
    if (owed === null) throw new Error('a request vanished inside a transaction');
    const move = { reason: 'card.request', at: instantNow(clock) } as const;
    await endOldCard(queries, parts.accounts, owed, move);
  }
  await tellWhatFollows(parts, queries, request, number);
  return done({ kind: 'card.request', requestNumber: number, readyBy });
}
