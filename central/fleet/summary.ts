import { type FleetWords, KIOSK_PRESENCES } from '../../src/contracts/console/fleet.ts';
import type { FleetSummary } from '../../src/contracts/console/fleet-summary.ts';
import { ALARMS } from '../../src/contracts/maintenance/alarm.ts';
import { presenceOf, SILENT_AFTER_SECONDS } from '../../src/fleet/presence.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { instantIn, instantNow } from '../moments.ts';
import { servicesOffOf } from './heartbeat-columns.ts';
import { kioskTable } from './kiosk-table.ts';
import { runningOut } from './running-out.ts';

/** The front page: counted by the database, so that it costs the same whoever looks. */
export async function fleetSummary({
  queries: q,
  clock,
}: Pick<Foundations, 'queries' | 'clock'>): Promise<FleetSummary> {
  return {
    madeAt: instantNow(clock),
    presence: await countPresence(q, clock),
    servicesOff: await countServicesOff(q, clock),
    alarms: await countAlarms(q),
    runningOut: await runningOut(q, clock),
    work: await countWork(q),
    rollouts: await rolloutsUnderWay(q),
    queue: await countQueue(q),
    closedServices: await q
      .selectFrom('service_closure')
      .select(['service', 'since', 'reason'])
      .where('opened_at', 'is', null)
      .orderBy('since')
      .execute(),
  };
}

/** One pass over four columns: six counts by the database would each read the whole fleet. */
async function countPresence(q: Queries, clock: Clock): Promise<FleetSummary['presence']> {
  const rows = await kioskTable(q)
    .select([
      'kiosk.revoked_at',
      'decommission.at as given_up_at',
      'heartbeat.received_at',
      'heartbeat.maintenance_since',
    ])
    .execute();
  const now = clock.now();
  const counts = new Map(KIOSK_PRESENCES.map((presence) => [presence, 0]));
  for (const { revoked_at, given_up_at, received_at, maintenance_since } of rows) {
    const presence = presenceOf(
      {
        revoked: revoked_at !== null,
        givenUp: given_up_at !== null,
        heardAt: received_at === null ? null : Date.parse(received_at),
        inMaintenance: maintenance_since !== null,
      },
      now,
    );
    counts.set(presence, (counts.get(presence) ?? 0) + 1);
  }
  return [...counts].map(([presence, kiosks]) => ({ presence, kiosks }));
}

/** Few kiosks lack services in their own way: the database groups them, and this takes the groups apart. */
async function countServicesOff(q: Queries, clock: Clock): Promise<FleetSummary['servicesOff']> {
  const groups = await q
    .selectFrom('heartbeat')
    .innerJoin('kiosk', 'kiosk.kiosk_id', 'heartbeat.kiosk_id')
    .select((eb) => ['kiosk.region', 'heartbeat.services_off', eb.fn.countAll().as('kiosks')])
    .where('kiosk.revoked_at', 'is', null)
    .where('heartbeat.received_at', '>=', instantIn(clock, -SILENT_AFTER_SECONDS))
    .where('heartbeat.services_off', 'is not', null)
    .where('heartbeat.services_off', '!=', '[]')
    .groupBy(['kiosk.region', 'heartbeat.services_off'])
    .execute();
  const counts = new Map<string, FleetSummary['servicesOff'][number]>();
  for (const { region, services_off, kiosks } of groups) {
    for (const { service, reason } of servicesOffOf(services_off)) {
      const key = JSON.stringify([service, reason, region]);
      const before = counts.get(key)?.kiosks ?? 0;
      counts.set(key, { service, reason, region, kiosks: before + Number(kiosks) });
    }
  }
  return [...counts.values()].sort((left, right) => right.kiosks - left.kiosks);
}

async function countAlarms(q: Queries): Promise<FleetSummary['alarms']> {
  const rows = await q
    .selectFrom('kiosk_alarm')
    .select((eb) => ['kind', eb.fn.countAll().as('all'), eb.fn.count('acknowledged_at').as('quiet')])
    .where('over_at', 'is', null)
    .groupBy('kind')
    .execute();
  return rows
    .map(({ kind, all, quiet }) => ({ kind, standing: Number(all) - Number(quiet), quiet: Number(quiet) }))
    .sort((left, right) => ALARMS.indexOf(left.kind) - ALARMS.indexOf(right.kind));
}

async function countWork(q: Queries): Promise<FleetSummary['work']> {
  const rows = await q
    .selectFrom('work_item')
    .select((eb) => ['kind', 'state', eb.fn.countAll().as('items')])
    .where('state', 'in', ['open', 'proposed', 'decided'])
    .groupBy(['kind', 'state'])
    .execute();
  return [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, ofKind]) => ({
    kind,
    open: ofKind.reduce((sum, { items }) => sum + Number(items), 0),
    waitsForSecond: Number(ofKind.find(({ state }) => state === 'proposed')?.items ?? 0),
  }));
}

async function rolloutsUnderWay(q: Queries): Promise<FleetSummary['rollouts']> {
  const rows = await q
    .selectFrom('rollout')
    .innerJoin('release', 'release.release_id', 'rollout.release_id')
    .select(['rollout_id', 'rollout.release_id', 'release.title', 'rollout.state', 'wave'])
    .where('rollout.state', 'in', ['scheduled', 'canary', 'wave', 'paused', 'stopped', 'returning'])
    .where('rollout.ended_at', 'is', null)
    .orderBy('rollout.started_at')
    .execute();
  if (rows.length === 0) return [];
  const members = await q
    .selectFrom('rollout_member')
    .select((eb) => ['rollout_id', 'state', eb.fn.countAll().as('kiosks')])
    .where(
      'rollout_id',
      'in',
      rows.map(({ rollout_id }) => rollout_id),
    )
    .groupBy(['rollout_id', 'state'])
    .execute();
  return rows.map(({ rollout_id: rolloutId, release_id: releaseId, ...row }) => {
    const own = members.filter((one) => one.rollout_id === rolloutId);
    return {
      rolloutId,
      releaseId,
      ...row,
      kiosks: own.reduce((sum, { kiosks }) => sum + Number(kiosks), 0),
      running: Number(own.find(({ state }) => state === 'running')?.kiosks ?? 0),
    };
  });
}

async function countQueue(q: Queries): Promise<FleetSummary['queue']> {
  const all = await q
    .selectFrom('heartbeat')
    .innerJoin('kiosk', 'kiosk.kiosk_id', 'heartbeat.kiosk_id')
    .select((eb) => [
      eb.fn.sum('waiting').as('waiting'),
      eb.fn.sum('dead_letters').as('dead'),
      eb.fn.countAll().filterWhere('waiting', '>', 0).as('kiosks'),
    ])
    .where('kiosk.revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return {
    waiting: Number(all.waiting ?? 0),
    deadLetters: Number(all.dead ?? 0),
    kiosksWaiting: Number(all.kiosks),
  };
}

/** What the filters offer. */
export async function fleetWords(q: Queries): Promise<FleetWords> {
  const kioskWords = (column: 'region' | 'model') =>
    q.selectFrom('kiosk').select(`${column} as word`).distinct().where(column, 'is not', null).execute();
  const tags = q.selectFrom('kiosk_tag').select('tag as word').distinct().execute();
  const versions = q
    .selectFrom('heartbeat')
    .select('version as word')
    .distinct()
    .where('version', 'is not', null)
    .execute();
  const words = async (rows: Promise<{ word: string | null }[]>): Promise<string[]> =>
    (await rows).flatMap(({ word }) => word ?? []).sort();
  return {
    regions: await words(kioskWords('region')),
    models: await words(kioskWords('model')),
    tags: await words(tags),
    versions: await words(versions),
  };
}
