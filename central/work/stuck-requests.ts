import { MOST_STUCK } from '../../src/contracts/central/enrolment.ts';
import type { StuckRequest } from '../../src/contracts/configuration/orders.ts';
import type { WorkItemKind } from '../../src/contracts/console/work.ts';
import type { Queries } from '../database/tables.ts';
import { instantOf } from '../fleet/alarms.ts';
import { closeWork, raiseWork, waitingWork } from './work-items.ts';

const KIND_OF: Readonly<Record<StuckRequest['kind'], WorkItemKind>> = {
  'dead-letter': 'dead-letter',
  unknown: 'unknown-act',
};

/** An act without a key is named by its request. */
const keyOf = ({ key, reference, act }: StuckRequest): string => key ?? `${reference} ${act}`;

/**
 * INV-4: what a kiosk says is stuck waits for people; what it no longer says is over. Answers whether the list
 * changed. An item that is being carried out stays until its order is answered.
 */
export async function keepStuckRequests(
  q: Queries,
  kioskId: string,
  stuck: readonly StuckRequest[] | undefined,
  at: string,
): Promise<boolean> {
  if (stuck === undefined) return false;
  const told = new Set(stuck.map((one) => `${KIND_OF[one.kind]} ${keyOf(one)}`));
  const waiting = await waitingWork(q, ['dead-letter', 'unknown-act'], kioskId);
  // A full list leaves out what there was no room for.
  const whole = stuck.length < MOST_STUCK;
  const over = waiting.filter(
    ({ kind, idempotency_key, state }) =>
      whole && state !== 'decided' && !told.has(`${kind} ${idempotency_key}`),
  );
  await closeWork(
    q,
    over.map(({ item_id }) => item_id),
    at,
  );
  let changed = over.length > 0;
  for (const one of stuck) {
    const { reference, service, act, code, since, money } = one;
    const work = {
      kind: KIND_OF[one.kind],
      kioskId,
      reference,
      key: keyOf(one),
      code,
      facts: { service, act, ownKey: one.key !== null },
      money,
      since: instantOf(since),
    };
    const raised = await raiseWork(q, work);
    changed ||= raised;
  }
  return changed;
}
