import {
  type WorkAnswer,
  type WorkItemRow,
  type WorkQuery,
  workFacts,
} from '../../src/contracts/console/work.ts';
import type { Queries, Tables } from '../database/tables.ts';

const workTable = (q: Queries) =>
  q.selectFrom('work_item').leftJoin('kiosk', 'kiosk.kiosk_id', 'work_item.kiosk_id');
const COLUMNS = [
  'work_item.item_id',
  'work_item.kind',
  'work_item.kiosk_id',
  'work_item.reference',
  'work_item.code',
  'work_item.facts',
  'work_item.money',
  'work_item.since',
  'work_item.state',
  'work_item.closed_at',
  'kiosk.name',
] as const;
type Row = Pick<
  Tables['work_item'],
  'item_id' | 'kind' | 'kiosk_id' | 'reference' | 'code' | 'facts' | 'money' | 'since' | 'state' | 'closed_at'
> & { readonly name: string | null };

const rowOf = (row: Row): WorkItemRow => ({
  itemId: row.item_id,
  kind: row.kind,
  kioskId: row.kiosk_id,
  kioskName: row.name,
  reference: row.reference,
  code: row.code,
  facts: workFacts.parse(JSON.parse(row.facts)),
  money: row.money === 1,
  since: row.since,
  state: row.state,
  closedAt: row.closed_at,
});

/** One page of the work list: what waits longest first, what is closed last first. */
export async function work(q: Queries, query: WorkQuery): Promise<WorkAnswer> {
  const { view, kind, kioskId, reference, page, size } = query;
  let found = workTable(q).where(
    'work_item.state',
    'in',
    view === 'waiting' ? ['open', 'proposed', 'decided'] : [view],
  );
  if (kind !== undefined) found = found.where('work_item.kind', '=', kind);
  if (kioskId !== undefined) found = found.where('work_item.kiosk_id', '=', kioskId);
  if (reference !== undefined) found = found.where('work_item.reference', '=', reference);
  const { total } = await found.select((eb) => eb.fn.countAll().as('total')).executeTakeFirstOrThrow();
  const ordered =
    view === 'closed'
      ? found.orderBy('work_item.closed_at', 'desc')
      : found.orderBy('work_item.since').orderBy('work_item.money', 'desc');
  const rows = await ordered
    .select(COLUMNS)
    .orderBy('work_item.item_id')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { total: Number(total), rows: rows.map(rowOf) };
}

/** What waits at one kiosk, at most a page of it. */
export const workAtKiosk = async (q: Queries, kioskId: string): Promise<WorkItemRow[]> =>
  (await work(q, { view: 'waiting', kioskId, page: 1, size: 100 })).rows;

/** Everything there ever was about one receipt reference, oldest first. */
export async function workOfReference(q: Queries, reference: string): Promise<WorkItemRow[]> {
  const rows = await workTable(q)
    .select(COLUMNS)
    .where('work_item.reference', '=', reference)
    .orderBy('work_item.since')
    .orderBy('work_item.item_id')
    .execute();
  return rows.map(rowOf);
}

/** null where there is no such item. */
export async function workItem(q: Queries, itemId: string): Promise<WorkItemRow | null> {
  const row = await workTable(q).select(COLUMNS).where('work_item.item_id', '=', itemId).executeTakeFirst();
  return row ? rowOf(row) : null;
}
