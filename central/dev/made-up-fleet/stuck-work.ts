import { DEFAULT_PACK } from '../../../src/policy/default-pack.ts';
import { policyPack } from '../../../src/policy/policy-pack.ts';
import { makeReceiptReference } from '../../../src/receipt/receipt-reference.ts';
import { inTransaction } from '../../database/in-transaction.ts';
import type { Foundations } from '../../foundations.ts';
import { instantIn } from '../../moments.ts';
import { shippedDocuments } from '../../releases/shipped-documents.ts';
import { raiseFinding } from '../../work/audit-findings.ts';
import { sweepMoney } from '../../work/money-sweep.ts';
import { raiseWork } from '../../work/work-items.ts';
import { chanceOf } from './chance.ts';
import type { MadeUpKiosk } from './halls.ts';
import { paidRequest } from './paid-request.ts';

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** One of everything that waits for people and does not come out of a heartbeat. */
export async function raiseStuckWork(
  foundations: Foundations,
  kiosks: readonly MadeUpKiosk[],
  proposedBy: string,
): Promise<void> {
  const { queries, clock } = foundations;
  const [first, second, third, fourth] = kiosks.filter(({ plight }) => plight === 'well');
  const paid = lossFee();
  if (!first || !second || !third || !fourth) return;
  await inTransaction(queries, async (q) => {
    await paidRequest(q, clock, first, { paid, hoursAgo: 31, delivered: false, refund: null });
    await paidRequest(q, clock, second, { paid, hoursAgo: 50, delivered: false, refund: 'declined' });
    await paidRequest(q, clock, third, { paid, hoursAgo: 72, delivered: true, refund: null });
    await raiseWork(q, {
      kind: 'operation-forgotten',
      kioskId: third.kioskId,
      reference: makeReceiptReference({ bytes: chanceOf('forgotten').bytes }),
      key: 'made-up-forgotten',
      code: 'done',
      facts: { act: 'certification.submit', sequence: 4_117 },
      money: false,
      since: instantIn(clock, -9 * HOUR),
    });
    const finding = { kind: 'gap' as const, first_sequence: 2_208, last_sequence: 2_214 };
    await q
      .insertInto('audit_finding')
      .values({ kiosk_id: fourth.kioskId, ...finding, found_at: instantIn(clock, -2 * DAY) })
      .execute();
    await raiseFinding(q, { kiosk_id: fourth.kioskId, ...finding }, instantIn(clock, -2 * DAY));
  });
  await sweepMoney(foundations);
  await proposeRefund(foundations, proposedBy);
}

/** What a loss report costs in the shipped pack, in fen. */
function lossFee(): number {
  const pack = policyPack.parse(shippedDocuments().of('policy-pack', DEFAULT_PACK)?.content);
  return pack.loss.fee[0]?.fen ?? 0;
}

/** One decision about money waits for its second person. */
async function proposeRefund({ queries, clock }: Foundations, proposedBy: string): Promise<void> {
  const item = await queries
    .selectFrom('work_item')
    .select('item_id')
    .where('kind', '=', 'refund-declined')
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (item === undefined) return;
  await queries
    .insertInto('work_decision')
    .values({
      decision_id: `D-${item.item_id.slice(2)}`,
      item_id: item.item_id,
      choice: 'refund-again',
      note: '已联系收单机构，账户已恢复正常，可再次退款。',
      proposed_by: proposedBy,
      proposed_at: instantIn(clock, -2 * HOUR),
      confirmed_by: null,
      confirmed_at: null,
      state: 'proposed',
      result: null,
    })
    .execute();
  await queries
    .updateTable('work_item')
    .set({ state: 'proposed' })
    .where('item_id', '=', item.item_id)
    .execute();
}
