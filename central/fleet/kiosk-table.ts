import type { KioskPresence, KiosksQuery } from '../../src/contracts/console/fleet.ts';
import { LATE_AFTER_SECONDS, SILENT_AFTER_SECONDS } from '../../src/fleet/presence.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { unreachable } from '../../src/result.ts';
import type { Queries } from '../database/tables.ts';
import { instantIn } from '../moments.ts';
import { offPattern } from './heartbeat-columns.ts';

/** Every kiosk with what it is filtered by. Heartbeats' bodies stay where they are. */
export const kioskTable = (q: Queries) =>
  q
    .selectFrom('kiosk')
    .leftJoin('heartbeat', 'heartbeat.kiosk_id', 'kiosk.kiosk_id')
    .leftJoin('decommission', 'decommission.kiosk_id', 'kiosk.kiosk_id')
    .leftJoin('kiosk_configuration', 'kiosk_configuration.kiosk_id', 'kiosk.kiosk_id');
type KioskTable = ReturnType<typeof kioskTable>;

/** Kiosks of one presence: `presenceOf` (src/fleet/presence.ts) said in SQL. */
export function ofPresence(table: KioskTable, presence: KioskPresence, clock: Clock): KioskTable {
  if (presence === 'revoked') return table.where('kiosk.revoked_at', 'is not', null);
  const ours = table.where('kiosk.revoked_at', 'is', null);
  if (presence === 'given-up') return ours.where('decommission.at', 'is not', null);
  const inUse = ours.where('decommission.at', 'is', null);
  const late = instantIn(clock, -LATE_AFTER_SECONDS);
  const silent = instantIn(clock, -SILENT_AFTER_SECONDS);
  switch (presence) {
    case 'silent':
      return inUse.where((is) =>
        is.or([is('heartbeat.received_at', 'is', null), is('heartbeat.received_at', '<', silent)]),
      );
    case 'late':
      return inUse.where('heartbeat.received_at', '>=', silent).where('heartbeat.received_at', '<', late);
    case 'in-maintenance':
      return inUse
        .where('heartbeat.received_at', '>=', late)
        .where('heartbeat.maintenance_since', 'is not', null);
    case 'up':
      return inUse
        .where('heartbeat.received_at', '>=', late)
        .where('heartbeat.maintenance_since', 'is', null);
    default:
      return unreachable(presence);
  }
}

/** Part of a text, with small letters for capitals; wildcards in it stand for one character each. */
const partOf = (text: string): string => `%${text.toLowerCase().replaceAll(/[%\\]/g, '_')}%`;

/** The kiosks an operator asked for. */
export function filtered(q: Queries, clock: Clock, query: KiosksQuery): KioskTable {
  let table = kioskTable(q);
  const { presence, region, model, tag, serviceOff, alarms, configuration, version, text } = query;
  if (presence !== undefined) table = ofPresence(table, presence, clock);
  if (region !== undefined) table = table.where('kiosk.region', '=', region);
  if (model !== undefined) table = table.where('kiosk.model', '=', model);
  if (version !== undefined) table = table.where('heartbeat.version', '=', version);
  if (configuration !== undefined) table = table.where('kiosk_configuration.state', '=', configuration);
  if (serviceOff !== undefined) table = table.where('heartbeat.services_off', 'like', offPattern(serviceOff));
  if (tag !== undefined) {
    table = table.where('kiosk.kiosk_id', 'in', (from) =>
      from.selectFrom('kiosk_tag').select('kiosk_tag.kiosk_id').where('tag', '=', tag),
    );
  }
  if (alarms !== undefined) {
    table = table.where('kiosk.kiosk_id', 'in', (from) =>
      from
        .selectFrom('kiosk_alarm')
        .select('kiosk_alarm.kiosk_id')
        .where('over_at', 'is', null)
        .where('acknowledged_at', 'is', null),
    );
  }
  if (text !== undefined) {
    const part = partOf(text);
    table = table.where((is) =>
      is.or([
        is(is.fn<string>('lower', ['kiosk.kiosk_id']), 'like', part),
        is(is.fn<string>('lower', ['kiosk.name']), 'like', part),
      ]),
    );
  }
  return table;
}

const SORTED_BY = {
  name: 'kiosk.name',
  region: 'kiosk.region',
  heard: 'heartbeat.received_at',
  blanks: 'heartbeat.blanks',
  waiting: 'heartbeat.waiting',
  version: 'heartbeat.version',
} as const satisfies Record<KiosksQuery['sort'], string>;

/** Ids of one page, in order; what is not known stands last. */
export async function idsOfPage(
  table: KioskTable,
  { sort, direction, page, size }: Pick<KiosksQuery, 'sort' | 'direction' | 'page' | 'size'>,
): Promise<string[]> {
  const rows = await table
    .select('kiosk.kiosk_id')
    .orderBy(SORTED_BY[sort], (by) => (direction === 'up' ? by.asc() : by.desc()).nullsLast())
    .orderBy('kiosk.kiosk_id')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return rows.map(({ kiosk_id }) => kiosk_id);
}
