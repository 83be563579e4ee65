import { z } from 'zod';
import type { StuckRequest } from '../../src/contracts/configuration/orders.ts';
import type { TransactionAnswer } from '../../src/contracts/console/transactions.ts';
import { whereItStands } from '../../src/fleet/where-it-stands.ts';
import { parseReceiptReference } from '../../src/receipt/receipt-reference.ts';
import type { Queries } from '../database/tables.ts';
import { heartbeatOf } from '../fleet/kiosk-rows.ts';
import { granted, ownMoney } from '../payments/orders.ts';
import { owedOfOrder } from '../work/paid-orders.ts';
import { workOfReference } from '../work/work-rows.ts';
import { type Books, booksOf } from './books.ts';
import { timelineOf } from './timeline.ts';

const items = z.array(z.object({ what: z.string(), fen: z.number().int() }));

/** One request, followed end to end by what a resident reads out from the receipt. */
export async function transaction(q: Queries, typed: string): Promise<TransactionAnswer> {
  const parsed = parseReceiptReference(typed);
  if (!parsed.ok) return { found: parsed.error === 'shape' ? 'wrong-form' : 'mistyped' };
  const reference = parsed.value;
  const books = await booksOf(q, reference);
  const work = await workOfReference(q, reference);
  const { operations, records, orders, requests } = books;
  if (operations.length + records.length + orders.length + requests.length + work.length === 0) {
    return { found: 'nothing', reference };
  }
  const kioskIds = [
    ...new Set([...operations, ...records].map(({ kiosk_id }) => kiosk_id)),
    ...work.flatMap(({ kioskId }) => kioskId ?? []),
  ];
  const ids = [...new Set(kioskIds)];
  const held = await heldOf(q, ids, reference);
  const money = await moneyOf(q, books);
  return {
    found: 'found',
    reference,
    service: serviceOf(books, held),
    kioskIds: ids,
    standing: whereItStands({
      operations: operations.map(({ kind, state }) => ({ kind: kind ?? 'voided', state })),
      held,
      ...money,
      refundUnderWay: books.refunds.some(({ state }) => state === 'pending' || state === 'undecided'),
      unpaidOrders: orders.filter(({ state }) => state === 'expired' || state === 'cancelled').length,
      card: requests.at(-1) ?? null,
      acceptedAtKiosk: records.some(({ event }) => event.endsWith('-accepted') || event === 'request-opened'),
    }),
    money: {
      paidFen: money.paidFen,
      refundedFen: money.refundedFen,
      orders: orders.map((order) => ({
        orderKey: order.order_key,
        state: order.state,
        amountFen: order.amount_fen,
        items: items.parse(JSON.parse(order.items)),
        createdAt: order.created_at,
        endedAt: order.ended_at,
      })),
    },
    timeline: timelineOf(books),
    held,
    work,
  };
}

/** INV-1: own money of all orders, what of it goes back, and what is owed to the payer. */
async function moneyOf(
  q: Queries,
  { orders, refunds }: Books,
): Promise<{ paidFen: number; refundedFen: number; owedFen: number }> {
  let owedFen = 0;
  for (const { order_key } of orders) owedFen += (await owedOfOrder(q, order_key))?.owedFen ?? 0;
  return {
    paidFen: orders.reduce((sum, order) => sum + ownMoney(order), 0),
    refundedFen: granted(refunds),
    owedFen,
  };
}

/** What these kiosks say they still hold of it. */
async function heldOf(
  q: Queries,
  kioskIds: readonly string[],
  reference: string,
): Promise<(StuckRequest & { kioskId: string })[]> {
  if (kioskIds.length === 0) return [];
  const rows = await q
    .selectFrom('heartbeat')
    .select(['kiosk_id', 'body'])
    .where('kiosk_id', 'in', [...kioskIds])
    .execute();
  return rows.flatMap(({ kiosk_id: kioskId, body }) =>
    (heartbeatOf(body)?.stuck ?? [])
      .filter((one) => one.reference === reference)
      .map((one) => ({ kioskId, ...one })),
  );
}

const SERVICE_OF_KIND: Readonly<Record<string, string>> = {
  'application.submit': 'apply',
  'card.activate': 'activate',
  'certification.submit': 'certify',
  'contact.change': 'contact-data',
};

/** The service a trail names, else the one its operations are of. */
function serviceOf({ records, operations, requests }: Books, held: readonly StuckRequest[]): string | null {
  for (const { detail } of records) {
    const { service } = JSON.parse(detail) as { service?: unknown };
    if (typeof service === 'string') return service;
  }
  const ofKind = operations.map(({ kind }) => SERVICE_OF_KIND[kind ?? '']).find((one) => one !== undefined);
  const purpose = requests[0]?.purpose;
  const ofRequest = purpose === 'replacement' ? 'replace' : purpose === 'application' ? 'apply' : purpose;
  const lost = operations.some(({ kind }) => kind === 'loss.report' || kind === 'loss.undo') ? 'loss' : null;
  return ofKind ?? ofRequest ?? held[0]?.service ?? lost;
}
