import type { CalendarDay } from '../../src/calendar/calendar-day.ts';
import type { NamedPack } from '../../src/contracts/central/named-pack.ts';
import type { Queries, Tables } from '../database/tables.ts';
import { type CardRow, cardBySerial } from './card-moves.ts';

type Request = Tables['card_request'];

/** What is known of a request when it is accepted. */
export type AcceptedRequest = Pick<
  Request,
  | 'request_key'
  | 'request_number'
  | 'purpose'
  | 'social_security_number'
  | 'receipt_reference'
  | 'kiosk_id'
  | 'accepted_at'
  | 'ready_by'
  | 'collection_outlet'
  | 'issue'
  | 'account_choice'
  | 'exchange_reason'
  | 'old_card_serial'
  | 'order_key'
  | 'pack_id'
  | 'pack_version'
>;

/** Letters before the number of a request, by what it is for: 申领, 补卡, 换代, 换领. */
const PREFIXES: Readonly<Record<Request['purpose'], string>> = {
  application: 'SQ',
  replacement: 'BK',
  swap: 'HD',
  exchange: 'HL',
};

/** `SQ20261122-4F7A21C0`: what it is for, the day it was received, then chance. */
export const requestNumber = (purpose: Request['purpose'], day: CalendarDay, chance: string): string =>
  `${PREFIXES[purpose]}${day.replaceAll('-', '')}-${chance}`;

/** A card in production for a request. `serial` must be new; the account is known where it is passed on. */
export async function putInProduction(
  queries: Queries,
  request: Pick<Request, 'request_key' | 'request_number' | 'purpose' | 'social_security_number'>,
  serial: string,
  accountNumber: string | null,
): Promise<CardRow> {
  const { ordinal } = await queries
    .selectFrom('card')
    .select((select) => select.fn.max('ordinal').as('ordinal'))
    .where('social_security_number', '=', request.social_security_number)
    .executeTakeFirstOrThrow();
  await queries
    .insertInto('card')
    .values({
      ordinal: (ordinal ?? 0) + 1,
      card_serial: serial,
      social_security_number: request.social_security_number,
      card_id: null,
      card_number: null,
      account_number: accountNumber,
      social_security_state: 'in-production',
      application_number: request.purpose === 'application' ? request.request_number : null,
      generation: 3,
      issued_on: null,
      expires_on: null,
      lost_until: null,
      awaiting_since: null,
      place: null,
      request_key: request.request_key,
    })
    .execute();
  return cardBySerial(queries, serial);
}

/** From here the authority owes a card: one row from acceptance to hand-over, and the card in production. */
export async function oweCard(
  queries: Queries,
  accepted: AcceptedRequest,
  accountNumber: string | null,
): Promise<CardRow> {
  await queries
    .insertInto('card_request')
    .values({
      ...accepted,
      card_serial: accepted.request_number,
      priority: 0,
      step: 'accepted',
      failure: null,
      bound_at: null,
      switched_at: null,
      state: 'open',
    })
    .execute();
  return putInProduction(queries, accepted, accepted.request_number, accountNumber);
}

/** The pack the kiosk worked by when it took the request: its card is made and settled under the same one. */
export const packOf = ({
  pack_id,
  pack_version,
}: Pick<Request, 'pack_id' | 'pack_version'>): NamedPack | null =>
  pack_id === null || pack_version === null ? null : { id: pack_id, version: pack_version };

/** A request by its key, open or delivered, for the kiosk that it was accepted at; null for anybody else. */
export async function requestOfKiosk(
  queries: Queries,
  key: string,
  kioskId: string,
): Promise<Request | null> {
  const found = await queries
    .selectFrom('card_request')
    .selectAll()
    .where('request_key', '=', key)
    .executeTakeFirst();
  return found?.kiosk_id === kioskId ? found : null;
}
