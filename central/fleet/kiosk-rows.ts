import { type Heartbeat, heartbeat } from '../../src/contracts/central/enrolment.ts';
import type { KioskRow, KiosksAnswer, KiosksQuery } from '../../src/contracts/console/fleet.ts';
import { presenceOf } from '../../src/fleet/presence.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { servicesOffOf } from './heartbeat-columns.ts';
import { filtered, idsOfPage, kioskTable } from './kiosk-table.ts';

/** What a kiosk said last; null where it said nothing, or so long ago that nobody reads it any more. */
export function heartbeatOf(body: string | null): Heartbeat | null {
  if (body === null) return null;
  const read = heartbeat.safeParse(JSON.parse(body));
  return read.success ? read.data : null;
}

/** One page of the fleet. */
export async function kiosks(
  { queries, clock }: Pick<Foundations, 'queries' | 'clock'>,
  query: KiosksQuery,
): Promise<KiosksAnswer> {
  const found = filtered(queries, clock, query);
  const { total } = await found.select((eb) => eb.fn.countAll().as('total')).executeTakeFirstOrThrow();
  return { total: Number(total), rows: await kioskRows(queries, clock, await idsOfPage(found, query)) };
}

/** These kiosks as the desk sees them, in this order. One that is not known is left out. */
export async function kioskRows(q: Queries, clock: Clock, ids: readonly string[]): Promise<KioskRow[]> {
  if (ids.length === 0) return [];
  const rows = await kioskTable(q)
    .select([
      'kiosk.kiosk_id',
      'kiosk.name',
      'kiosk.region',
      'kiosk.model',
      'kiosk.enrolled_at',
      'kiosk.revoked_at',
      'decommission.at as given_up_at',
      'heartbeat.received_at',
      'heartbeat.maintenance_since',
      'heartbeat.services_off',
      'heartbeat.body',
      'kiosk_configuration.state',
      'kiosk_configuration.trouble',
    ])
    .where('kiosk.kiosk_id', 'in', [...ids])
    .execute();
  const tags = await q
    .selectFrom('kiosk_tag')
    .selectAll()
    .where('kiosk_id', 'in', [...ids])
    .orderBy('tag')
    .execute();
  const alarms = await countByKiosk(
    q
      .selectFrom('kiosk_alarm')
      .select((eb) => ['kiosk_id', eb.fn.countAll().as('count')])
      .where('kiosk_id', 'in', [...ids])
      .where('over_at', 'is', null)
      .where('acknowledged_at', 'is', null)
      .groupBy('kiosk_id')
      .execute(),
  );
  const work = await countByKiosk(
    q
      .selectFrom('work_item')
      .select((eb) => ['kiosk_id', eb.fn.countAll().as('count')])
      .where('kiosk_id', 'in', [...ids])
      .where('state', 'in', ['open', 'proposed', 'decided'])
      .groupBy('kiosk_id')
      .execute(),
  );
  const byId = new Map(
    rows.map((row): [string, KioskRow] => {
      const said = heartbeatOf(row.body);
      const { kiosk_id: kioskId, state, trouble, received_at: heardAt } = row;
      const standing = {
        revoked: row.revoked_at !== null,
        givenUp: row.given_up_at !== null,
        heardAt: heardAt === null ? null : Date.parse(heardAt),
        inMaintenance: row.maintenance_since !== null,
      };
      return [
        kioskId,
        {
          kioskId,
          name: row.name,
          region: row.region,
          model: row.model,
          tags: tags.filter((one) => one.kiosk_id === kioskId).map(({ tag }) => tag),
          presence: presenceOf(standing, clock.now()),
          heardAt,
          enrolledAt: row.enrolled_at,
          version: said?.version ?? null,
          pack: said?.policy ?? null,
          configuration: state === null ? null : { state, trouble },
          servicesOff: servicesOffOf(row.services_off),
          alarms: alarms.get(kioskId) ?? 0,
          queue: said?.outbox ?? null,
          blanks: said?.supplies?.blanks ?? null,
          paper: said?.supplies?.paper ?? null,
          workOpen: work.get(kioskId) ?? 0,
        },
      ];
    }),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** PostgreSQL counts in 64 bits. */
const countByKiosk = async (
  rows: Promise<{ kiosk_id: string | null; count: string | number | bigint }[]>,
): Promise<ReadonlyMap<string | null, number>> =>
  new Map((await rows).map(({ kiosk_id, count }) => [kiosk_id, Number(count)]));
