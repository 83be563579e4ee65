import { type ConfigurationReport, configurationReport } from '../../src/contracts/configuration/poll.ts';
import type { KioskAnswer } from '../../src/contracts/console/fleet.ts';
import { readinessReport } from '../../src/contracts/maintenance/readiness-report.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { workAtKiosk } from '../work/work-rows.ts';
import { alarms } from './alarm-desk.ts';
import { instantOf } from './alarms.ts';
import { keptCards } from './kept-cards.ts';
import { heartbeatOf, kioskRows } from './kiosk-rows.ts';
import { suppliesOf } from './running-out.ts';

const A_PAGE = { page: 1, size: 200 };

/** Everything the desk knows of one kiosk; null where there is none of this id. */
export async function kioskPage(
  { queries: q, clock }: Pick<Foundations, 'queries' | 'clock'>,
  kioskId: string,
): Promise<KioskAnswer | null> {
  const [kiosk] = await kioskRows(q, clock, [kioskId]);
  if (!kiosk) return null;
  const row = await q
    .selectFrom('kiosk')
    .leftJoin('heartbeat', 'heartbeat.kiosk_id', 'kiosk.kiosk_id')
    .leftJoin('decommission', 'decommission.kiosk_id', 'kiosk.kiosk_id')
    .leftJoin('giving_up', 'giving_up.kiosk_id', 'kiosk.kiosk_id')
    .leftJoin('kiosk_configuration', 'kiosk_configuration.kiosk_id', 'kiosk.kiosk_id')
    .select([
      'kiosk.revoked_at',
      'kiosk.revoked_by',
      'kiosk.revoked_because',
      'heartbeat.body',
      'heartbeat.maintenance_since',
      'decommission.at as given_up_at',
      'giving_up.proposed_by',
      'giving_up.proposed_at',
      'giving_up.reason',
      'kiosk_configuration.report',
    ])
    .where('kiosk.kiosk_id', '=', kioskId)
    .executeTakeFirstOrThrow();
  const said = heartbeatOf(row.body);
  const configuration = reportOf(row.report);
  const { revoked_at, revoked_by, revoked_because, proposed_by, proposed_at, reason } = row;
  const endsAt = said?.certificateEndsAt ?? null;
  const standing = await alarms(q, { view: 'standing', kioskId, ...A_PAGE });
  const quiet = await alarms(q, { view: 'quiet', kioskId, ...A_PAGE });
  return {
    kiosk,
    revoked: revoked_at === null ? null : { at: revoked_at, by: revoked_by, reason: revoked_because },
    givenUpAt: row.given_up_at,
    givingUp:
      proposed_by === null || proposed_at === null
        ? null
        : { proposedBy: proposed_by, proposedAt: proposed_at, reason: reason ?? '' },
    services: said?.services ?? [],
    devices: said?.devices ?? [],
    alarms: [...standing.rows, ...quiet.rows],
    supplies: await suppliesOf(q, clock, kioskId, said),
    bins: said?.supplies?.bins ?? [],
    keptCards: (await keptCards(q, { kioskId, ...A_PAGE })).rows,
    counters: {
      receipts: said?.supplies?.receipts ?? null,
      cardsIssued: said?.supplies?.cardsIssued ?? null,
      openTransactions: said?.openTransactions ?? null,
    },
    maintenanceSince: row.maintenance_since,
    certificateEndsAt: endsAt === null ? null : instantOf(endsAt),
    running: configuration?.running ?? [],
    assignment: configuration?.assignment ?? null,
    runningAssignment: configuration?.runningAssignment ?? null,
    rootVersion: configuration?.rootVersion ?? null,
    morningReport: await lastMorningReport(q, kioskId),
    work: await workAtKiosk(q, kioskId),
  };
}

function reportOf(text: string | null): ConfigurationReport | null {
  if (text === null) return null;
  const read = configurationReport.safeParse(JSON.parse(text));
  return read.success ? read.data : null;
}

async function lastMorningReport(q: Queries, kioskId: string): Promise<KioskAnswer['morningReport']> {
  const row = await q
    .selectFrom('readiness_report')
    .select(['day', 'received_at', 'body'])
    .where('kiosk_id', '=', kioskId)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  const report = readinessReport.safeParse(JSON.parse(row?.body ?? 'null'));
  return row && report.success ? { day: row.day, receivedAt: row.received_at, report: report.data } : null;
}
