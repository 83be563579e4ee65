import type { DecisionRequest, WorkDecision, WorkItemRow } from '../../src/contracts/console/work.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { SignedInOperator } from '../console-api/console-app.ts';
import { recordAct } from '../console-api/operator-acts.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Queries, Tables } from '../database/tables.ts';
import { instantNow } from '../moments.ts';
import { randomHex } from '../secrets.ts';
import { type CarriedOut, carryOut, type DeskParts } from './carry-out.ts';
import { conclude } from './conclude.ts';
import { choicesFor, decisionOf, findDecision } from './decision-rows.ts';
import { workItem } from './work-rows.ts';

/** `not-now`: decided already, or not among what can be decided. `own-proposal`: the second must be another. */
export type DecisionTrouble = 'not-found' | 'not-now' | 'own-proposal';
type Decided = Result<WorkDecision, DecisionTrouble>;
type Row = Tables['work_decision'];

/** Moves an item on; false where somebody else did so before. */
async function move(
  q: Queries,
  itemId: string,
  from: WorkItemRow['state'],
  to: WorkItemRow['state'],
): Promise<boolean> {
  const { numUpdatedRows } = await q
    .updateTable('work_item')
    .set({ state: to })
    .where('item_id', '=', itemId)
    .where('state', '=', from)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** People decide about what is stuck: one proposes, and where it is about money a second confirms. */
export function decisions(parts: DeskParts) {
  const { queries, clock, entropy, changes } = parts.foundations;

  async function act(change: (q: Queries) => Promise<Decided>): Promise<Decided> {
    const decided = await inTransaction(queries, change);
    if (!decided.ok) return decided;
    await changes.announce({ about: 'console', what: 'work' });
    const order = await queries
      .selectFrom('kiosk_order')
      .select('kiosk_id')
      .where('decision_id', '=', decided.value.decisionId)
      .where('answered_at', 'is', null)
      .executeTakeFirst();
    if (order) await changes.announce({ about: 'kiosks', kioskIds: [order.kiosk_id] });
    return decided;
  }

  const note = (q: Queries, operatorId: string, word: string, item: WorkItemRow, row: Row) =>
    recordAct(q, clock, {
      operatorId,
      act: word,
      subject: item.reference ?? item.kioskId,
      detail: { item: item.itemId, decision: row.decision_id, kind: item.kind, choice: row.choice },
    });

  /** Carried out in the commit that decides it: a decision is never without its act, nor the act without it. */
  async function decide(q: Queries, item: WorkItemRow, row: Row): Promise<Decided> {
    const key = await keyOf(q, item.itemId);
    const done: CarriedOut = await carryOut(parts, q, { ...item, key }, row);
    if (done.state === 'sent') {
      await q
        .updateTable('work_decision')
        .set({ state: 'sent' })
        .where('decision_id', '=', row.decision_id)
        .execute();
    } else await conclude(q, clock, row, done);
    const after = await findDecision(q, row.decision_id);
    return after ? ok(decisionOf(after)) : err('not-found');
  }

  return {
    propose: (
      by: SignedInOperator,
      itemId: string,
      { choice, note: text }: DecisionRequest,
    ): Promise<Decided> =>
      act(async (q) => {
        const item = await workItem(q, itemId);
        if (item === null) return err('not-found');
        const possible = (await choicesFor(q, item)).find((one) => one.choice === choice);
        if (!possible) return err('not-now');
        if (!(await move(q, itemId, 'open', possible.second ? 'proposed' : 'decided'))) return err('not-now');
        const row: Row = {
          decision_id: `D-${randomHex(entropy, 8)}`,
          item_id: itemId,
          choice,
          note: text,
          proposed_by: by.operatorId,
          proposed_at: instantNow(clock),
          confirmed_by: null,
          confirmed_at: null,
          state: possible.second ? 'proposed' : 'confirmed',
          result: null,
        };
        await q.insertInto('work_decision').values(row).execute();
        await note(q, by.operatorId, possible.second ? 'work-proposed' : 'work-decided', item, row);
        return possible.second ? ok(decisionOf(row)) : decide(q, item, row);
      }),

    confirm: (by: SignedInOperator, decisionId: string): Promise<Decided> =>
      act(async (q) => {
        const row = await findDecision(q, decisionId);
        const item = row ? await workItem(q, row.item_id) : null;
        if (!row || item === null) return err('not-found');
        // Confirmed before: the same answer again, and nothing done twice.
        if (row.confirmed_by === by.operatorId) return ok(decisionOf(row));
        if (row.state !== 'proposed') return err('not-now');
        if (row.proposed_by === by.operatorId) return err('own-proposal');
        if (!(await move(q, item.itemId, 'proposed', 'decided'))) return err('not-now');
        const confirmed = {
          confirmed_by: by.operatorId,
          confirmed_at: instantNow(clock),
          state: 'confirmed',
        };
        await q.updateTable('work_decision').set(confirmed).where('decision_id', '=', decisionId).execute();
        await note(q, by.operatorId, 'work-confirmed', item, row);
        return decide(q, item, { ...row, ...confirmed });
      }),

    withdraw: (by: SignedInOperator, decisionId: string): Promise<Decided> =>
      act(async (q) => {
        const row = await findDecision(q, decisionId);
        const item = row ? await workItem(q, row.item_id) : null;
        if (!row || item === null) return err('not-found');
        if (row.state !== 'proposed') return err('not-now');
        if (!(await move(q, item.itemId, 'proposed', 'open'))) return err('not-now');
        await q
          .updateTable('work_decision')
          .set({ state: 'withdrawn', result: by.operatorId })
          .where('decision_id', '=', decisionId)
          .execute();
        await note(q, by.operatorId, 'work-withdrawn', item, row);
        return ok(decisionOf({ ...row, state: 'withdrawn', result: by.operatorId }));
      }),
  };
}

async function keyOf(q: Queries, itemId: string): Promise<string> {
  const row = await q
    .selectFrom('work_item')
    .select('idempotency_key')
    .where('item_id', '=', itemId)
    .executeTakeFirst();
  return row?.idempotency_key ?? '';
}
