import type { Foundations } from '../foundations.ts';
import { instantNow } from '../moments.ts';
import { carryOn } from './carry-on.ts';
import { placeByReport } from './heard.ts';
import { joinRollouts } from './join.ts';
import type { RolloutDesk } from './rollout-desk.ts';

/** Rollouts in which the clock or kiosks may bring something about. */
const MOVING = ['scheduled', 'canary', 'wave', 'returning'] as const;

/** The desk over the database: nothing is kept in this process. */
export function rolloutDesk(foundations: Foundations): RolloutDesk {
  const { queries, clock } = foundations;
  return {
    join: (q, kioskId) => joinRollouts(q, kioskId, instantNow(clock)),
    heard: (q, kioskId, report) => placeByReport(q, kioskId, report, instantNow(clock)),
    sweep: async () => {
      const rows = await queries
        .selectFrom('rollout')
        .select('rollout_id')
        .where('state', 'in', MOVING)
        .orderBy('created_at')
        .execute();
      for (const { rollout_id } of rows) await carryOn(foundations, rollout_id);
    },
  };
}
