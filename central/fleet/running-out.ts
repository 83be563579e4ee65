import { addDays, day, dayInShanghai } from '../../src/calendar/calendar-day.ts';
import type { Heartbeat } from '../../src/contracts/central/enrolment.ts';
import type { RunsOut } from '../../src/contracts/console/fleet.ts';
import type { FleetSummary } from '../../src/contracts/console/fleet-summary.ts';
import { DAYS_LOOKED_BACK, forecastOf } from '../../src/fleet/forecast.ts';
import { RECEIPTS_WHEN_LOW, receiptsLeft } from '../../src/fleet/paper.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Queries, Tables } from '../database/tables.ts';
import { heartbeatOf } from './kiosk-rows.ts';

type Use = Tables['daily_use'];

/** What these kiosks used on the days looked back on. */
function usedBy(q: Queries, clock: Clock, kioskIds: readonly string[]): Promise<Use[]> {
  const today = dayInShanghai(clock.now());
  return q
    .selectFrom('daily_use')
    .selectAll()
    .where('day', '>=', addDays(today, -DAYS_LOOKED_BACK))
    .where('day', '<', today)
    .where('kiosk_id', 'in', [...kioskIds])
    .execute();
}

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

function runsOutOf(what: RunsOut['what'], left: number | null, use: readonly Use[], clock: Clock): RunsOut {
  const today = dayInShanghai(clock.now());
  const used = use.map((one) => ({
    day: day(one.day),
    used: what === 'blanks' ? one.cards : one.receipts,
  }));
  const forecast = left === null ? null : forecastOf(left, used, today);
  return {
    what,
    left,
    perDay: forecast === null ? null : oneDecimal(forecast.perDay),
    // Nothing left is known without looking back.
    day: left === 0 ? today : (forecast?.day ?? null),
  };
}

function ofSupplies(said: Heartbeat | null, use: readonly Use[], clock: Clock): RunsOut[] {
  const { blanks = null, paper = null, receipts = null } = said?.supplies ?? {};
  const ofBlanks = blanks === null ? [] : [runsOutOf('blanks', blanks, use, clock)];
  const ofPaper = paper === null ? [] : [runsOutOf('paper', receiptsLeft(paper, receipts), use, clock)];
  return [...ofBlanks, ...ofPaper];
}

/** When one kiosk's blanks and paper are used up. */
export const suppliesOf = async (
  q: Queries,
  clock: Clock,
  kioskId: string,
  said: Heartbeat | null,
): Promise<RunsOut[]> => ofSupplies(said, await usedBy(q, clock, [kioskId]), clock);

const DAYS_AHEAD = 6;
const MOST_LISTED = 100;
/** Kiosks whose days are read to list so many. */
const MOST_LOOKED_AT = 400;

/**
 * What is used up within seven days, soonest first. Looked at are the kiosks that could be: those with no more blanks
 * than they used in the fortnight, or whose paper is low.
 */
export async function runningOut(q: Queries, clock: Clock): Promise<FleetSummary['runningOut']> {
  const today = dayInShanghai(clock.now());
  const likely = await q
    .selectFrom('heartbeat')
    .innerJoin('kiosk', 'kiosk.kiosk_id', 'heartbeat.kiosk_id')
    .leftJoin('decommission', 'decommission.kiosk_id', 'heartbeat.kiosk_id')
    .leftJoin(
      (from) =>
        from
          .selectFrom('daily_use')
          .select((eb) => ['kiosk_id', eb.fn.sum('cards').as('cards'), eb.fn.sum('receipts').as('receipts')])
          .where('day', '>=', addDays(today, -DAYS_LOOKED_BACK))
          .where('day', '<', today)
          .groupBy('kiosk_id')
          .as('used'),
      (join) => join.onRef('used.kiosk_id', '=', 'heartbeat.kiosk_id'),
    )
    .where('kiosk.revoked_at', 'is', null)
    .where('decommission.at', 'is', null)
    .where((is) =>
      is.or([
        is('used.cards', '>=', is.ref('heartbeat.blanks')),
        is('heartbeat.blanks', '=', 0),
        is('heartbeat.paper', '=', 'out'),
        is.and([is('heartbeat.paper', '=', 'low'), is('used.receipts', '>=', RECEIPTS_WHEN_LOW)]),
      ]),
    )
    .select(['kiosk.kiosk_id', 'kiosk.name', 'kiosk.region'])
    .orderBy('heartbeat.blanks')
    .limit(MOST_LOOKED_AT)
    .execute();
  const ids = likely.map(({ kiosk_id }) => kiosk_id);
  if (ids.length === 0) return [];
  const bodies = await q
    .selectFrom('heartbeat')
    .select(['kiosk_id', 'body'])
    .where('kiosk_id', 'in', ids)
    .execute();
  const said = new Map(bodies.map(({ kiosk_id, body }) => [kiosk_id, heartbeatOf(body)]));
  const use = Map.groupBy(await usedBy(q, clock, ids), ({ kiosk_id }) => kiosk_id);
  const last = addDays(today, DAYS_AHEAD);
  return likely
    .flatMap(({ kiosk_id: kioskId, name: kioskName, region }) =>
      ofSupplies(said.get(kioskId) ?? null, use.get(kioskId) ?? [], clock).map((one) => ({
        kioskId,
        kioskName,
        region,
        ...one,
      })),
    )
    .filter((one) => one.day !== null && one.day <= last)
    .sort((left, right) => (left.day ?? '').localeCompare(right.day ?? ''))
    .slice(0, MOST_LISTED);
}
