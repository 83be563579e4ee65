import { type SignedStatement, signedStatement } from '../../src/contracts/configuration/keys.ts';
import type { ConfigurationAnswer, ConfigurationPoll } from '../../src/contracts/configuration/poll.ts';
import { inOneCommit } from '../database/in-one-commit.ts';
import { inOneRead } from '../database/in-one-read.ts';
import type { Foundations } from '../foundations.ts';
import type { Connection } from '../http/app.ts';
import { HttpProblem } from '../http/problem.ts';
import { assign, forEverybody, needsAssignment } from './assignment.ts';
import type { CentreKeys } from './centre-keys.ts';
import { issueCertificate, needsCertificate } from './certificates.ts';
import type { Hear } from './hearing.ts';
import { openOrders } from './orders.ts';
import { phaseOf } from './phase.ts';
import { heldForMs, type Occasion, pollAfterSeconds } from './poll-spacing.ts';
import { rootsAfter } from './roots.ts';
import { type Standing, standingsOf } from './standing.ts';
import type { Seat, WaitingRoom, Woken } from './waiting-room.ts';

export interface PollParts {
  readonly foundations: Pick<Foundations, 'queries' | 'clock'>;
  readonly keys: CentreKeys;
  readonly hear: Hear;
  readonly room: WaitingRoom;
}

export type AnswerPoll = (
  kioskId: string,
  poll: ConfigurationPoll,
  connection: Connection | null,
) => Promise<ConfigurationAnswer>;

type News = Omit<ConfigurationAnswer, 'pollAfterSeconds'>;
const NOTHING: News = { roots: [], assignment: null, orders: null, certificate: null };

/** Within this process nobody is held: whoever asks is answered at once. */
const NOBODY: Connection = { onGone: () => undefined };

/**
 * Answers polls: at once where there is something for the kiosk, else held open until there is. All of it is read from
 * the database, where another process may have changed it; the signal only says when to look. One that is lost costs
 * one round: the kiosk asks again, and that poll looks.
 */
export function answerPolls({ foundations, keys, hear, room }: PollParts): AnswerPoll {
  const { queries, clock } = foundations;
  const seconds = () => clock.now() / 1000;

  const standingFor = inOneRead((kioskIds) => standingsOf(queries, kioskIds));

  /** Kiosks that were woken together are given their assignments together. */
  const renew = inOneCommit<{ kioskId: string; taken: number }, { version: number; statement: string }>(
    queries,
    0,
    async (q, kiosks) => assign(q, clock, keys.director, await forEverybody(q), kiosks),
  );

  async function assignmentFor(standing: Standing, taken: number): Promise<SignedStatement | null> {
    const { kioskId, given } = standing;
    if (needsAssignment(standing, taken, clock.now())) {
      return signedStatement.parse(JSON.parse((await renew({ kioskId, taken })).statement));
    }
    if (given === null || given.version <= taken) return null;
    const { statement } = await queries
      .selectFrom('kiosk_assignment')
      .select('statement')
      .where('kiosk_id', '=', kioskId)
      .executeTakeFirstOrThrow();
    return signedStatement.parse(JSON.parse(statement));
  }

  /** What there is for a kiosk now; null: nothing. Throws the problem that a revoked kiosk is told. */
  async function newsFor(standing: Standing, poll: ConfigurationPoll): Promise<News | null> {
    const { kioskId, publicKey, newestRoot } = standing;
    if (standing.revoked) throw new HttpProblem('kiosk-revoked');
    if (newestRoot === 0) throw new HttpProblem('no-root');
    const { rootVersion, assignment: taken } = poll.report;
    const { certificateEndsAt } = poll;
    const roots = newestRoot > rootVersion ? await rootsAfter(queries, rootVersion) : [];
    const assignment = await assignmentFor(standing, taken);
    const orders = standing.openOrders > 0 ? await openOrders(queries, clock, keys.director, kioskId) : null;
    const ends = certificateEndsAt !== undefined && needsCertificate(certificateEndsAt, seconds());
    if (roots.length === 0 && assignment === null && orders === null && !ends) return null;
    // A kiosk that doesn't say when its certificate ends gets one when there is something else to tell it.
    const vouch = ends || certificateEndsAt === undefined;
    const certificate = vouch ? issueCertificate(keys.certificates, kioskId, publicKey, seconds()) : null;
    return { roots, assignment, orders, certificate };
  }

  async function standing(kioskId: string): Promise<Standing> {
    const found = await standingFor(kioskId);
    if (found === null) throw new HttpProblem('unauthorised');
    return found;
  }

  /** What the poll is answered with, and why just now. */
  async function lookUntilNews(
    seat: Seat,
    kioskId: string,
    poll: ConfigurationPoll,
    mayWait: boolean,
  ): Promise<{ readonly news: News; readonly occasion: Occasion }> {
    const before = await standing(kioskId);
    if (before.revoked) throw new HttpProblem('kiosk-revoked');
    if (before.newestRoot === 0) throw new HttpProblem('no-root');
    const heard = await hear(before, poll);
    const { waitSeconds } = poll;
    const ms = mayWait ? heldForMs(phaseOf(kioskId), waitSeconds, clock.now()) : 0;
    const until = performance.now() + ms;
    let now = heard ? await standing(kioskId) : before;
    let woken: Woken | null = null;
    for (;;) {
      // A kiosk that was between two polls when something changed hears of it now, for the first time.
      const isNew = needsAssignment(now, poll.report.assignment, clock.now());
      const news = await newsFor(now, poll);
      if (news !== null) {
        const again = woken === null && !heard && !isNew;
        const together = woken?.by === 'change' ? woken.together : 1;
        return { news, occasion: again ? { why: 'told-before' } : { why: 'news', together } };
      }
      const left = until - performance.now();
      if (left <= 0) return { news: NOTHING, occasion: { why: 'its-moment', waitSeconds } };
      woken = await seat.next(left);
      if (woken.by === 'closing') return { news: NOTHING, occasion: { why: 'closing' } };
      if (woken.by !== 'change') return { news: NOTHING, occasion: { why: 'its-moment', waitSeconds } };
      now = await standing(kioskId);
    }
  }

  return async (kioskId, poll, connection) => {
    const seat = room.take(kioskId, connection ?? NOBODY);
    try {
      const { news, occasion } = await lookUntilNews(seat, kioskId, poll, connection !== null);
      return { ...news, pollAfterSeconds: pollAfterSeconds(phaseOf(kioskId), occasion) };
    } finally {
      seat.leave();
    }
  };
}
