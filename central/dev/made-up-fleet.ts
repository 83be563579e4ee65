import type { OperatorRole } from '../../src/contracts/console/roles.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import type { ReleaseDesk } from '../releases/release-desk.ts';
import { shippedDocuments } from '../releases/shipped-documents.ts';
import { firstRollout, presentRollout, ranSince, releasesOnTheWay } from './made-up-fleet/desk-history.ts';
import { enrolKiosks } from './made-up-fleet/enrol.ts';
import { type MadeUpKiosk, madeUpKiosks } from './made-up-fleet/halls.ts';
import { keepBeats } from './made-up-fleet/keep-beats.ts';
import { writePastDays } from './made-up-fleet/past-days.ts';
import type { DeskPeople } from './made-up-fleet/releases.ts';
import { raiseStuckWork } from './made-up-fleet/stuck-work.ts';

const HOUR_MS = 3_600_000;

/**
 * Fills an empty desk: sixty kiosks in eighteen cities and counties with a fortnight behind them, troubles, releases in
 * every state, a rollout under way, and what waits for people. Called again it only lets the kiosks beat anew. Answers
 * how many kiosks there are. In development alone: their keys open nothing.
 */
export async function makeUpFleet(foundations: Foundations): Promise<number> {
  const shipped = shippedDocuments();
  const kiosks = madeUpKiosks(shipped);
  if (!(await isThere(foundations.queries, kiosks))) {
    const people = await deskPeople(foundations.queries);
    await enrolKiosks(foundations, kiosks, people.approver);
    const ago = (hours: number): ReleaseDesk => {
      const clock = { now: () => foundations.clock.now() - hours * HOUR_MS };
      return { shipped, foundations: { ...foundations, clock } };
    };
    await writePastDays(foundations, kiosks, ranSince(foundations.clock.now(), kiosks));
    await firstRollout(ago, kiosks, people);
    await presentRollout(ago, kiosks, people);
    await releasesOnTheWay(ago, people);
    await raiseStuckWork(foundations, kiosks, people.editor);
  }
  await keepBeats(foundations, kiosks);
  for (const what of ['fleet', 'releases', 'rollouts', 'work'] as const)
    await foundations.changes.announce({ about: 'console', what });
  return kiosks.length;
}

async function isThere(q: Queries, [first]: readonly MadeUpKiosk[]): Promise<boolean> {
  const row = await q
    .selectFrom('kiosk')
    .select('kiosk_id')
    .where('kiosk_id', '=', first?.kioskId ?? '')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whoever has the roles at this desk; where nobody has them yet, the ids that the first two will get. */
async function deskPeople(q: Queries): Promise<DeskPeople> {
  const operators = await q
    .selectFrom('operator')
    .select(['operator_id', 'roles'])
    .orderBy('operator_id')
    .execute();
  const who = (role: OperatorRole): string | undefined =>
    operators.find(({ roles }) => roles.includes(`"${role}"`))?.operator_id;
  return { editor: who('editor') ?? 'O-0001', approver: who('approver') ?? 'O-0002' };
}
