import { addDays, day, dayInShanghai } from '../../src/calendar/calendar-day.ts';
import type { Heartbeat } from '../../src/contracts/central/enrolment.ts';
import type { RunsOut } from '../../src/contracts/console/fleet.ts';
import type { FleetSummary } from '../../src/contracts/console/fleet-summary.ts';
import { DAYS_LOOKED_BACK, forecastOf } from '../../src/fleet/forecast.ts';
import { receiptsLeft } from '../../src/fleet/paper.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Queries, Tables } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { heartbeatOf } from './kiosk-rows.ts';

type Use = Tables['daily_use'];

/** What these kiosks used on the days looked back on. */
function usedBy(q: Queries, clock: Clock, kioskIds: readonly string[]): Promise<Use[]> {
  const today = dayInShanghai(clock.now());
  return (
    q
      .selectFrom('daily_use')
      .selectAll()
      // Named one by one: each is found by the key, and not every kiosk's fortnight gone through.
      .where(
        'day',
        'in',
        Array.from({ length: DAYS_LOOKED_BACK }, (_, ago) => addDays(today, -1 - ago)),
      )
      .where('kiosk_id', 'in', [...kioskIds])
      .execute()
  );
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
/** Kiosks forecast at each sweep: some ten milliseconds, in which no poll is answered. */
const KIOSKS_AT_ONCE = 100;
const CURSOR = 'running-out';

/**
 * Forecasts the next kiosks of the round and keeps what of theirs is used up within a week. The whole fleet of ten
 * thousand is gone through in minutes, and stocks last for days; one that is empty raises its alarm at once.
 */
export const sweepForecasts = ({ queries, clock }: Pick<Foundations, 'queries' | 'clock'>): Promise<void> =>
  inTransaction(queries, async (q) => {
    const cursor = await q
      .selectFrom('desk_cursor')
      .select('up_to')
      .where('subject', '=', CURSOR)
      .executeTakeFirst();
    const next = await q
      .selectFrom('heartbeat')
      .select(['kiosk_id', 'body'])
      .where('kiosk_id', '>', cursor?.up_to ?? '')
      .orderBy('kiosk_id')
      .limit(KIOSKS_AT_ONCE)
      .execute();
    const ids = next.map(({ kiosk_id }) => kiosk_id);
    if (ids.length > 0) await keepForecasts(q, clock, ids, next);
    // After the last one the round begins again.
    const up_to = next.length < KIOSKS_AT_ONCE ? '' : (ids.at(-1) ?? '');
    await q
      .insertInto('desk_cursor')
      .values({ subject: CURSOR, up_to })
      .onConflict((conflict) => conflict.column('subject').doUpdateSet({ up_to }))
      .execute();
  });

async function keepForecasts(
  q: Queries,
  clock: Clock,
  ids: readonly string[],
  beats: readonly { readonly kiosk_id: string; readonly body: string }[],
): Promise<void> {
  const use = Map.groupBy(await usedBy(q, clock, ids), ({ kiosk_id }) => kiosk_id);
  const last = lastDayAhead(clock);
  const rows = beats.flatMap(({ kiosk_id, body }) =>
    ofSupplies(heartbeatOf(body), use.get(kiosk_id) ?? [], clock).flatMap(
      ({ what, left, perDay, day: until }) =>
        left === null || until === null || until > last
          ? []
          : [
              {
                kiosk_id,
                what,
                left,
                tenths_per_day: perDay === null ? null : Math.round(perDay * 10),
                day: until,
              },
            ],
    ),
  );
  await q
    .deleteFrom('running_out')
    .where('kiosk_id', 'in', [...ids])
    .execute();
  if (rows.length > 0) await q.insertInto('running_out').values(rows).execute();
}

const lastDayAhead = (clock: Clock): string => addDays(dayInShanghai(clock.now()), DAYS_AHEAD);

/** What is used up within seven days, soonest first, as last forecast. */
export async function runningOut(q: Queries, clock: Clock): Promise<FleetSummary['runningOut']> {
  const rows = await q
    .selectFrom('running_out')
    .innerJoin('kiosk', 'kiosk.kiosk_id', 'running_out.kiosk_id')
    .leftJoin('decommission', 'decommission.kiosk_id', 'running_out.kiosk_id')
    .where('kiosk.revoked_at', 'is', null)
    .where('decommission.at', 'is', null)
    .where('running_out.day', '<=', lastDayAhead(clock))
    .select(['running_out.kiosk_id', 'kiosk.name', 'kiosk.region', 'what', 'left', 'tenths_per_day', 'day'])
    .orderBy('running_out.day')
    .orderBy('running_out.kiosk_id')
    .orderBy('what')
    .limit(MOST_LISTED)
    .execute();
  return rows.map(({ kiosk_id: kioskId, name: kioskName, tenths_per_day: tenths, ...row }) => ({
    kioskId,
    kioskName,
    ...row,
    perDay: tenths === null ? null : tenths / 10,
  }));
}
