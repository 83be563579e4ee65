import { addDays, dayInShanghai, weekdayOf } from '../../../src/calendar/calendar-day.ts';
import type { ServiceId } from '../../../src/contracts/service.ts';
import { DEFAULT_PACK } from '../../../src/policy/default-pack.ts';
import type { PastOutcome } from '../../../src/replay/past-outcome.ts';
import { addFigures } from '../../audit/daily-figures.ts';
import { inTransaction } from '../../database/in-transaction.ts';
import type { Queries, Tables } from '../../database/tables.ts';
import type { Foundations } from '../../foundations.ts';
import { chanceOf } from './chance.ts';
import type { MadeUpKiosk } from './halls.ts';
import { madeUpSession } from './past-session.ts';

/** Two of each weekday, as forecasts look back, and today. */
const DAYS_BACK = 14;
const HOUR = 3_600_000;
/** Halls open at nine in Shanghai: one in UTC. */
const OPENS_UTC_HOUR = 1;
const OPEN_HOURS = 8;
const ROWS_AT_ONCE = 400;

type Session = Tables['past_session'];
/** Which assignment a kiosk ran, and which version of the pack, at a moment. */
export type RanAt = (kioskId: string, at: number) => { readonly assignment: number; readonly pack: number };

/** A fortnight of sessions, with what was used up: for figures, forecasts, gates and replay. */
export async function writePastDays(
  { queries, clock }: Pick<Foundations, 'queries' | 'clock'>,
  kiosks: readonly MadeUpKiosk[],
  ranAt: RanAt,
): Promise<void> {
  const now = clock.now();
  const today = dayInShanghai(now);
  for (const kiosk of kiosks) {
    if (kiosk.plight === 'given-up') continue;
    const sessions: Session[] = [];
    for (let back = DAYS_BACK; back >= 0; back -= 1) {
      const day = addDays(today, -back);
      sessions.push(...sessionsOn(kiosk, day, now, sessions.length, ranAt));
    }
    await inTransaction(queries, async (q) => {
      await writeAll(q, sessions);
      await writeFigures(q, kiosk.kioskId, sessions);
    });
  }
}

function sessionsOn(
  kiosk: MadeUpKiosk,
  day: ReturnType<typeof dayInShanghai>,
  now: number,
  before: number,
  ranAt: RanAt,
): Session[] {
  const chance = chanceOf(`${day} ${kiosk.kioskId}`);
  const weekday = weekdayOf(day);
  const busy = weekday === 0 || weekday === 6 ? Math.ceil(kiosk.busy / 3) : kiosk.busy;
  const many = Math.max(0, busy + chance.between(-3, 3));
  const opens = Date.parse(`${day}T00:00:00Z`) + OPENS_UTC_HOUR * HOUR;
  return Array.from({ length: many }, (_, at) => {
    const moment = opens + ((at + 1) * OPEN_HOURS * HOUR) / (many + 1);
    const { assignment, pack } = ranAt(kiosk.kioskId, moment);
    const worse = kiosk.plight === 'went-back' && pack > 1;
    const facts = madeUpSession(chance, { day, pack: `${DEFAULT_PACK} ${pack}`, worse });
    const { service, disposition } = facts;
    return {
      kiosk_id: kiosk.kioskId,
      sequence: before + at + 1,
      at: new Date(moment).toISOString(),
      day,
      service,
      disposition,
      assignment,
      pack: facts.pack,
      facts: JSON.stringify(facts),
    };
  }).filter(({ at }) => Date.parse(at) < now);
}

async function writeAll(q: Queries, sessions: readonly Session[]): Promise<void> {
  for (let from = 0; from < sessions.length; from += ROWS_AT_ONCE) {
    await q
      .insertInto('past_session')
      .values(sessions.slice(from, from + ROWS_AT_ONCE))
      .execute();
  }
}

const CARD_SERVICES: readonly ServiceId[] = ['replace', 'swap', 'exchange'];

async function writeFigures(q: Queries, kiosk_id: string, sessions: readonly Session[]): Promise<void> {
  const kinds = Map.groupBy(sessions, ({ day, service, disposition }) =>
    JSON.stringify([day, service, disposition]),
  );
  const figures = [...kinds.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { day, service, disposition } = first;
    const seconds = same.reduce((sum, { facts }) => sum + (JSON.parse(facts) as PastOutcome).seconds, 0);
    return [{ day, service, disposition, sessions: same.length, seconds }];
  });
  await addFigures(q, kiosk_id, figures);
  const use = [...Map.groupBy(sessions, ({ day }) => day)].map(([day, own]) => ({
    day,
    kiosk_id,
    cards: own.filter(
      ({ service, disposition }) =>
        disposition === 'completed' && CARD_SERVICES.some((one) => one === service),
    ).length,
    receipts: own.filter(({ disposition }) => disposition === 'completed').length,
  }));
  if (use.length > 0) await q.insertInto('daily_use').values(use).execute();
}
