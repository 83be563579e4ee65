import type { WorkDecision, WorkItemAnswer, WorkItemRow } from '../../src/contracts/console/work.ts';
import {
  CHOICES_OF_KIND,
  HARMLESS_CHOICES,
  ORDERED_CHOICES,
  WORK_CHOICES,
  type WorkChoice,
} from '../../src/contracts/console/work-choices.ts';
import { DECISION_STATES } from '../../src/contracts/console/work-words.ts';
import type { Queries, Tables } from '../database/tables.ts';
import { keyStandingOf } from '../fleet/given-up.ts';
import { workItem } from './work-rows.ts';

type Row = Tables['work_decision'];

/** One of a closed set, as it was written down here. */
function wordOf<W extends string>(words: readonly W[], text: string): W {
  const found = words.find((word) => word === text);
  if (found === undefined) throw new Error(`an unknown word in the database: ${text}`);
  return found;
}

export const choiceOf = ({ choice }: Pick<Row, 'choice'>): WorkChoice => wordOf(WORK_CHOICES, choice);

export const decisionOf = (row: Row): WorkDecision => ({
  decisionId: row.decision_id,
  choice: choiceOf(row),
  note: row.note,
  proposedBy: row.proposed_by,
  proposedAt: row.proposed_at,
  confirmedBy: row.confirmed_by,
  confirmedAt: row.confirmed_at,
  state: wordOf(DECISION_STATES, row.state),
  result: row.result,
});

export const findDecision = (q: Queries, decisionId: string): Promise<Row | undefined> =>
  q.selectFrom('work_decision').selectAll().where('decision_id', '=', decisionId).executeTakeFirst();

const isOrder = (choice: WorkChoice): boolean => ORDERED_CHOICES.some((one) => one === choice);

/** Where money was taken or a card may have come out, two people decide about everything that changes something. */
export const needsSecond = (item: Pick<WorkItemRow, 'money'>, choice: WorkChoice): boolean =>
  item.money && !HARMLESS_CHOICES.includes(choice);

/** What can be decided about an item now. A kiosk that is no more carries out nothing: people look at what it left. */
export async function choicesFor(q: Queries, item: WorkItemRow): Promise<WorkItemAnswer['choices']> {
  if (item.state !== 'open') return [];
  const gone = item.kioskId !== null && (await keyStandingOf(q, item.kioskId)) !== 'good';
  const ofKind = CHOICES_OF_KIND[item.kind];
  const left = gone ? ofKind.filter((choice) => !isOrder(choice)) : ofKind;
  const choices = left.length === 0 ? (['looked-at'] as const) : left;
  return choices.map((choice) => ({ choice, second: needsSecond(item, choice) }));
}

/** An item with everything that was decided about it, oldest first; null where there is none of this id. */
export async function workItemPage(q: Queries, itemId: string): Promise<WorkItemAnswer | null> {
  const item = await workItem(q, itemId);
  if (item === null) return null;
  const decisions = await q
    .selectFrom('work_decision')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('proposed_at')
    .orderBy('decision_id')
    .execute();
  return { item, decisions: decisions.map(decisionOf), choices: await choicesFor(q, item) };
}
