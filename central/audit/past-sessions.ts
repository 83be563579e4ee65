import type { AuditRecord } from '../../src/contracts/audit.ts';
import { type PastOutcome, pastOutcome } from '../../src/replay/past-outcome.ts';
import type { Queries } from '../database/tables.ts';
import { addFigures, type DailyFigure } from './daily-figures.ts';

/** What a kiosk leaves out was not known to it. */
const NOT_KNOWN = {
  document: null,
  age: null,
  region: null,
  generation: null,
  faceDistance: null,
  faceTries: null,
  lossTerm: null,
  exchangeReason: null,
  waivers: '',
  chargedFen: null,
  outcome: null,
};

interface PastSession {
  readonly sequence: number;
  readonly at: string;
  readonly assignment: number;
  readonly facts: PastOutcome;
}

/** PostgreSQL's `integer`: one number beyond it would keep a kiosk's whole trail from being taken in. */
const MOST = 2_147_483_647;
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST;
/** A kiosk whose clock was put right during a session makes it no longer than this in the sums. */
const LONGEST_SECONDS = 86_400;

/** The session a record tells of; null where its fields are not as agreed. */
function sessionOf({ sequence, at, detail }: AuditRecord): PastSession | null {
  const { assignment = 0, ...rest } = detail;
  const facts = pastOutcome.safeParse({ ...NOT_KNOWN, ...rest });
  if (!facts.success || !isCount(assignment) || !isCount(facts.data.seconds)) return null;
  return { sequence, at, assignment, facts: facts.data };
}

/**
 * Keeps the `session-facts` among records that are new, for replay and gates, and counts them into the daily figures.
 * Called in the commit that keeps the records, so each is counted once. Answers the numbers of those it can't read.
 */
export async function keepPastSessions(
  q: Queries,
  kioskId: string,
  records: readonly AuditRecord[],
): Promise<readonly number[]> {
  const unreadable: number[] = [];
  const figures = new Map<string, DailyFigure>();
  for (const record of records) {
    if (record.event !== 'session-facts') continue;
    const session = sessionOf(record);
    if (session === null) {
      unreadable.push(record.sequence);
      continue;
    }
    const { facts, ...row } = session;
    const { day, service, disposition, pack } = facts;
    const seconds = Math.min(facts.seconds, LONGEST_SECONDS);
    await q
      .insertInto('past_session')
      .values({ ...row, kiosk_id: kioskId, day, service, disposition, pack, facts: JSON.stringify(facts) })
      .execute();
    const key = { day, service, disposition };
    const before = figures.get(JSON.stringify(key));
    figures.set(JSON.stringify(key), {
      ...key,
      sessions: (before?.sessions ?? 0) + 1,
      seconds: (before?.seconds ?? 0) + seconds,
    });
  }
  await addFigures(q, kioskId, [...figures.values()]);
  return unreadable;
}
