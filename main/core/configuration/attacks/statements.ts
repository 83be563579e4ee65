import { readFileSync } from 'node:fs';
import {
  assignmentOf,
  document,
  type NamedDocument,
  noticesSaying,
  type OfficeKey,
  type OfficeKeys,
  signed,
} from '../../../../src/configuration/memory/offices.ts';
import type { Assignment } from '../../../../src/contracts/configuration/assignment.ts';
import type { DocumentPayload } from '../../../../src/contracts/configuration/document.ts';
import type { OrdersPayload } from '../../../../src/contracts/configuration/orders.ts';

const PACK = JSON.parse(
  readFileSync(new URL('../../../../assets/policy/hainan.json', import.meta.url), 'utf8'),
);
/** The line of the pack the attacked kiosk works by. */
export const OWN_LINE: string = PACK.id;
export const pack = (version: number, by: readonly OfficeKey[], line = OWN_LINE) =>
  document('policy-pack', version, { ...PACK, version, id: line }, by, { line });
export const notices = (
  keys: OfficeKeys,
  version: number,
  word = `第 ${version} 号`,
  own: Partial<DocumentPayload> = {},
) => document('notices', version, noticesSaying(word), keys.configuration, own);
export const texts = (keys: OfficeKeys, version: number) =>
  document('texts', version, { zh: { hello: `第 ${version} 版` }, en: {} }, keys.configuration);
/** What the director says, or whoever holds its key. */
export const assign = async (
  keys: OfficeKeys,
  version: number,
  documents: readonly NamedDocument[],
  own: Partial<Assignment> = {},
  by: readonly OfficeKey[] = keys.director,
) => ({ assignment: await signed(assignmentOf(version, documents, own), by) });

/** An order of operators, by the director or by whoever wants to be one. */
export const order = async (by: readonly OfficeKey[], own: Partial<OrdersPayload> = {}) => {
  const said: OrdersPayload = {
    type: 'yikatong-orders',
    kioskId: 'kiosk-1',
    issuedAt: '2026-01-05T01:00:00Z',
    expiresAt: '2026-01-05T01:10:00Z',
    orders: [
      {
        orderId: 'order-0001',
        kind: 'settle-not-done',
        reference: 'YKT-1',
        key: null,
        decidedBy: ['O-0001', 'O-0002'],
      },
    ],
    ...own,
  };
  return { orders: await signed(said, by) };
};
