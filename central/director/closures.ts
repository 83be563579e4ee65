import type { CloseServiceRequest, ServiceClosure } from '../../src/contracts/console/closures.ts';
import { serviceId } from '../../src/contracts/service.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { recordAct } from '../console-api/operator-acts.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Queries, Tables } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { instantNow } from '../moments.ts';
import { randomHex } from '../secrets.ts';
import { staleEverywhere } from './fleet-generation.ts';

/** Closures that are shown; what is older is in the acts. */
const MOST_SHOWN = 200;

type ClosureParts = Pick<Foundations, 'queries' | 'clock' | 'entropy' | 'changes'>;

const closureOf = (row: Tables['service_closure']): ServiceClosure => ({
  closureId: row.closure_id,
  service: serviceId.parse(row.service),
  since: row.since,
  reason: row.reason,
  closedBy: row.closed_by,
  openedAt: row.opened_at,
  openedBy: row.opened_by,
});

/** Closed ones first, then what was closed; newest first. */
export async function listClosures(q: Queries): Promise<ServiceClosure[]> {
  const rows = await q
    .selectFrom('service_closure')
    .selectAll()
    .orderBy('since', 'desc')
    .limit(MOST_SHOWN)
    .execute();
  const closed = rows.filter(({ opened_at }) => opened_at === null);
  return [...closed, ...rows.filter(({ opened_at }) => opened_at !== null)].map(closureOf);
}

async function tellEverybody({ changes }: ClosureParts): Promise<void> {
  await changes.announce({ about: 'every-kiosk' });
  await changes.announce({ about: 'console', what: 'fleet' });
}

/** Emergency off: at every kiosk that has a link within a second, at the others when they have one again. */
export async function closeService(
  parts: ClosureParts,
  operatorId: string,
  { service, reason }: CloseServiceRequest,
): Promise<ServiceClosure> {
  const { queries, clock, entropy } = parts;
  const closureId = `C-${randomHex(entropy, 6)}`;
  const closure = await inTransaction(queries, async (q) => {
    const standing = await q
      .selectFrom('service_closure')
      .selectAll()
      .where('service', '=', service)
      .where('opened_at', 'is', null)
      .executeTakeFirst();
    if (standing !== undefined) return closureOf(standing);
    const row: Tables['service_closure'] = {
      closure_id: closureId,
      service,
      since: instantNow(clock),
      reason,
      closed_by: operatorId,
      opened_at: null,
      opened_by: null,
    };
    await q.insertInto('service_closure').values(row).execute();
    await staleEverywhere(q);
    await recordAct(q, clock, {
      operatorId,
      act: 'service-closed',
      subject: service,
      detail: { closure: closureId },
    });
    return closureOf(row);
  });
  await tellEverybody(parts);
  return closure;
}

/** Opens a service again everywhere. One that was opened already is answered as it is. */
export async function openService(
  parts: ClosureParts,
  operatorId: string,
  closureId: string,
): Promise<Result<ServiceClosure, 'not-found'>> {
  const { queries, clock } = parts;
  const opened = await inTransaction(queries, async (q): Promise<Result<ServiceClosure, 'not-found'>> => {
    const row = await q
      .selectFrom('service_closure')
      .selectAll()
      .where('closure_id', '=', closureId)
      .executeTakeFirst();
    if (row === undefined) return err('not-found');
    if (row.opened_at !== null) return ok(closureOf(row));
    const change = { opened_at: instantNow(clock), opened_by: operatorId };
    await q.updateTable('service_closure').set(change).where('closure_id', '=', closureId).execute();
    await staleEverywhere(q);
    await recordAct(q, clock, {
      operatorId,
      act: 'service-opened',
      subject: row.service,
      detail: { closure: closureId },
    });
    return ok(closureOf({ ...row, ...change }));
  });
  if (opened.ok) await tellEverybody(parts);
  return opened;
}
