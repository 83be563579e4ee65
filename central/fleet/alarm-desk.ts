import type { AlarmRow, AlarmsAnswer, AlarmsQuery } from '../../src/contracts/console/alarms.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { recordAct } from '../console-api/operator-acts.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { instantNow } from '../moments.ts';

function alarmTable(q: Queries, { view, kind, region, kioskId }: Omit<AlarmsQuery, 'page' | 'size'>) {
  let table = q.selectFrom('kiosk_alarm').innerJoin('kiosk', 'kiosk.kiosk_id', 'kiosk_alarm.kiosk_id');
  table = table.where('over_at', view === 'history' ? 'is not' : 'is', null);
  if (view !== 'history') table = table.where('acknowledged_at', view === 'quiet' ? 'is not' : 'is', null);
  if (kind !== undefined) table = table.where('kiosk_alarm.kind', '=', kind);
  if (region !== undefined) table = table.where('kiosk.region', '=', region);
  if (kioskId !== undefined) table = table.where('kiosk_alarm.kiosk_id', '=', kioskId);
  return table;
}

/** Alarms, what began last first. */
export async function alarms(q: Queries, query: AlarmsQuery): Promise<AlarmsAnswer> {
  const found = alarmTable(q, query);
  const { total } = await found.select((eb) => eb.fn.countAll().as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .selectAll('kiosk_alarm')
    .select(['kiosk.name', 'kiosk.region'])
    .orderBy('kiosk_alarm.since', 'desc')
    .orderBy('alarm_id')
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .execute();
  return {
    total: Number(total),
    rows: rows.map(
      (row): AlarmRow => ({
        alarmId: row.alarm_id,
        kioskId: row.kiosk_id,
        kioskName: row.name,
        region: row.region,
        kind: row.kind,
        which: row.which,
        detail: row.detail,
        since: row.since,
        heardAt: row.heard_at,
        overAt: row.over_at,
        acknowledgedAt: row.acknowledged_at,
        acknowledgedBy: row.acknowledged_by,
        note: row.note,
      }),
    ),
  };
}

/** Somebody sees to it: quiet from now on, and on the list until it is over. One that is over needs nobody. */
export async function acknowledge(
  { queries, clock, changes }: Foundations,
  operatorId: string,
  alarmId: string,
  note: string,
): Promise<Result<void, 'not-found' | 'not-now'>> {
  const done = await inTransaction(queries, async (q): Promise<Result<void, 'not-found' | 'not-now'>> => {
    const alarm = await q
      .selectFrom('kiosk_alarm')
      .select(['kiosk_id', 'kind', 'which', 'over_at', 'acknowledged_at'])
      .where('alarm_id', '=', alarmId)
      .executeTakeFirst();
    if (!alarm) return err('not-found');
    if (alarm.over_at !== null || alarm.acknowledged_at !== null) return err('not-now');
    await q
      .updateTable('kiosk_alarm')
      .set({ acknowledged_at: instantNow(clock), acknowledged_by: operatorId, note })
      .where('alarm_id', '=', alarmId)
      .execute();
    const { kiosk_id: subject, kind, which } = alarm;
    await recordAct(q, clock, {
      operatorId,
      act: 'alarm-acknowledged',
      subject,
      detail: { kind, which },
    });
    return ok(undefined);
  });
  if (done.ok) await changes.announce({ about: 'console', what: 'fleet' });
  return done;
}
