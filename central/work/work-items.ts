import type { WorkFacts, WorkItemKind } from '../../src/contracts/console/work.ts';
import type { Queries, Tables } from '../database/tables.ts';
import { sha256 } from '../secrets.ts';

/** Something that waits for people, as whoever found it says. */
export interface FoundWork {
  readonly kind: WorkItemKind;
  readonly kioskId: string | null;
  readonly reference: string | null;
  /** What there is one of: idempotency key, order, refund, range of records. */
  readonly key: string;
  readonly code: string;
  readonly facts: WorkFacts;
  /** Money was taken or a card may have come out: two people decide. */
  readonly money: boolean;
  readonly since: string;
}

/** There is one open item of a kind, kiosk and key at a time. */
export const subjectOf = ({ kind, kioskId, key }: Pick<FoundWork, 'kind' | 'kioskId' | 'key'>): string =>
  JSON.stringify([kind, kioskId, key]);

/**
 * Puts it on the list; what is open there already stays, and never needs fewer people than before. The same trouble found again after its item was
 * closed gets another one: nothing is hidden by what was decided before. Answers whether the list changed.
 */
export async function raiseWork(q: Queries, work: FoundWork): Promise<boolean> {
  const subject = subjectOf(work);
  const before = await q
    .selectFrom('work_item')
    .select(['item_id', 'open_subject', 'money'])
    .where('kind', '=', work.kind)
    .where('idempotency_key', '=', work.key)
    .execute();
  const open = before.find(({ open_subject }) => open_subject === subject);
  if (open) return work.money && open.money === 0 && nowAboutMoney(q, open.item_id);
  const { numInsertedOrUpdatedRows } = await q
    .insertInto('work_item')
    .values({
      item_id: `W-${sha256(`${subject} ${before.length}`).slice(0, 16).toUpperCase()}`,
      kind: work.kind,
      kiosk_id: work.kioskId,
      reference: work.reference,
      idempotency_key: work.key,
      code: work.code,
      facts: JSON.stringify(work.facts),
      money: work.money ? 1 : 0,
      since: work.since,
      state: 'open',
      closed_at: null,
      open_subject: subject,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Money came into it after it was put on the list: from now on two people decide. */
async function nowAboutMoney(q: Queries, itemId: string): Promise<boolean> {
  await q.updateTable('work_item').set({ money: 1 }).where('item_id', '=', itemId).execute();
  return true;
}

/** What was waited for is over; the list keeps it among the closed ones. */
export async function closeWork(q: Queries, itemIds: readonly string[], at: string): Promise<void> {
  if (itemIds.length === 0) return;
  await q
    .updateTable('work_item')
    .set({ state: 'closed', closed_at: at, open_subject: null })
    .where('item_id', 'in', [...itemIds])
    .where('state', '!=', 'closed')
    .execute();
  await q
    .updateTable('work_decision')
    .set({ state: 'withdrawn', result: 'over-by-itself' })
    .where('item_id', 'in', [...itemIds])
    .where('state', '=', 'proposed')
    .execute();
}

/** Items of these kinds that are not closed. */
export const waitingWork = (
  q: Queries,
  kinds: readonly WorkItemKind[],
  kioskId?: string,
): Promise<Tables['work_item'][]> => {
  const found = q
    .selectFrom('work_item')
    .selectAll()
    .where('kind', 'in', [...kinds])
    .where('state', 'in', ['open', 'proposed', 'decided']);
  return (kioskId === undefined ? found : found.where('kiosk_id', '=', kioskId)).execute();
};
