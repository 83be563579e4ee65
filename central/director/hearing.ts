import type { ConfigurationPoll } from '../../src/contracts/configuration/poll.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { inOneCommit } from '../database/in-one-commit.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { instantNow } from '../moments.ts';
import type { RolloutDesk } from '../rollouts/rollout-desk.ts';
import { type OrderDesk, takeResults } from './orders.ts';
import type { Standing } from './standing.ts';

/** A kiosk that says the same again is written down once a minute: that it was there is not worth a commit each time. */
const NOTED_EVERY_MS = 60_000;
/** How long such notes are gathered for one commit. */
const NOTES_GATHERED_MS = 1_000;
/** Those who report within it wait for the disk once. */
const REPORTS_GATHERED_MS = 10;
/** PostgreSQL's `integer`; no kiosk counts so far. */
const MOST = 2_147_483_647;

export interface HearingParts {
  readonly foundations: Pick<Foundations, 'queries' | 'clock' | 'changes'>;
  readonly rollouts: Pick<RolloutDesk, 'join' | 'heard'>;
  readonly orders: OrderDesk;
}

interface Said {
  readonly kioskId: string;
  readonly poll: ConfigurationPoll;
  /** null: the report is the one before. */
  readonly said: { readonly report: string; readonly sealingKey: string } | null;
  readonly isNew: boolean;
}

/** Takes in what a poll says. Answers whether anything was new in it, so that what follows from it is read again. */
export type Hear = (standing: Standing, poll: ConfigurationPoll) => Promise<boolean>;

export function hearing({ foundations, rollouts, orders }: HearingParts): Hear {
  const { queries, clock, changes } = foundations;

  const noteThere = inOneCommit<string, null>(queries, NOTES_GATHERED_MS, async (q, kioskIds) => {
    const polled_at = instantNow(clock);
    for (const kioskId of kioskIds) {
      await q.updateTable('kiosk_configuration').set({ polled_at }).where('kiosk_id', '=', kioskId).execute();
    }
    return kioskIds.map(() => null);
  });

  /** Ten thousand kiosks that were told of a closure report within half a minute. */
  const takeInEach = inOneCommit<Said, null>(queries, REPORTS_GATHERED_MS, async (q, all) => {
    for (const { kioskId, poll, said, isNew } of all) {
      if (said !== null) {
        await keepReport(q, clock, kioskId, poll, said);
        if (isNew) await rollouts.join(q, kioskId);
        await rollouts.heard(q, kioskId, poll.report);
      }
      await takeResults(q, clock, orders, kioskId, poll.orderResults);
    }
    return all.map(() => null);
  });

  return async ({ kioskId, told }, poll) => {
    const report = JSON.stringify(poll.report);
    const sealingKey = JSON.stringify(poll.sealingKey);
    const said = told?.report !== report || told.sealingKey !== sealingKey;
    const answered = poll.orderResults.length > 0;
    if (!said && !answered) {
      if (told !== null && clock.now() - Date.parse(told.polledAt) >= NOTED_EVERY_MS) {
        // One that could not be written is brought again by the next poll.
        noteThere(kioskId).catch(() => undefined);
      }
      return false;
    }
    await takeInEach({ kioskId, poll, said: said ? { report, sealingKey } : null, isNew: told === null });
    if (said) await changes.announce({ about: 'console', what: 'rollouts' });
    if (answered) await changes.announce({ about: 'console', what: 'work' });
    return true;
  };
}

async function keepReport(
  q: Queries,
  clock: Clock,
  kioskId: string,
  { report: said }: ConfigurationPoll,
  text: { readonly report: string; readonly sealingKey: string },
): Promise<void> {
  const row = {
    polled_at: instantNow(clock),
    state: said.state,
    trouble: said.trouble,
    assignment: Math.min(said.assignment, MOST),
    running_assignment: Math.min(said.runningAssignment, MOST),
    root_version: Math.min(said.rootVersion, MOST),
    report: text.report,
    sealing_key: text.sealingKey,
  };
  await q
    .insertInto('kiosk_configuration')
    .values({ kiosk_id: kioskId, ...row })
    .onConflict((conflict) => conflict.column('kiosk_id').doUpdateSet(row))
    .execute();
}
