import type { TurnsAway } from './turned-away.ts';

/** Sessions that said something: `failed` of `sessions`. */
export interface JourneyCounts {
  readonly sessions: number;
  readonly failed: number;
}

export interface TrialFacts extends JourneyCounts {
  /** Milliseconds since the set was applied. */
  readonly ageMs: number;
  /** What was counted under the last good one. */
  readonly before: JourneyCounts;
  /** Whether it says no to those who were served before. */
  readonly turnsAway: TurnsAway;
}

/** `return`: to the last good one, for good. `keep`: it is the last good one now. */
export type TrialVerdict = 'go-on' | 'keep' | 'return';

const HOUR_MS = 3_600_000;

export const TRIAL = {
  /** Failures that end a trial. One alone may be anybody's: a pulled plug, a card that is broken. */
  failures: 2,
  /** Two of the first so many: a set that is broken shows at once, and nobody else is to meet it. */
  firstSessions: 3,
  /** Later the half of them has to fail: a rare trouble is for the centre, which sees every kiosk. */
  share: 0.5,
  /** Times the share it was before: where every second journey fails anyway, the set is not to blame. */
  timesBefore: 2,
  /** Sessions before that are too few to compare with. */
  enoughBefore: 4,
  /** Journeys that went well. Each service's first is among them on a usual day. */
  wellSessions: 5,
  /** Not worse than this among those, or they prove nothing. */
  shareKept: 0.2,
  /** A quiet kiosk: somebody came, and in a day nothing failed. Where nobody came nothing is known. */
  quietMs: 24 * HOUR_MS,
  /** By then what went wrong was too rare to end it: a kiosk that is used has its last good set within a week. */
  longestMs: 7 * 24 * HOUR_MS,
} as const;

/** What the journeys so far say about a set on trial. */
export function trialVerdict({ sessions, failed, ageMs, before, turnsAway }: TrialFacts): TrialVerdict {
  const share = sessions === 0 ? 0 : failed / sessions;
  const shareBefore = before.sessions < TRIAL.enoughBefore ? 0 : before.failed / before.sessions;
  const broken = sessions <= TRIAL.firstSessions || share >= TRIAL.share;
  const worse = share >= Math.min(1, shareBefore * TRIAL.timesBefore) && share > shareBefore;
  if (turnsAway === 'yes' || (failed >= TRIAL.failures && broken && worse)) return 'return';
  if (sessions === 0) return 'go-on';
  if (ageMs >= TRIAL.longestMs) return 'keep';
  if (turnsAway === 'perhaps') return 'go-on';
  const enough = sessions - failed >= TRIAL.wellSessions && share <= Math.max(TRIAL.shareKept, shareBefore);
  const quiet = failed === 0 && ageMs >= TRIAL.quietMs;
  return enough || quiet ? 'keep' : 'go-on';
}

/** Of so many sessions the older ones count half: what was long ago says little about the kiosk of today. */
const MOST_REMEMBERED = 100;

/** One more session under a set that was kept; what a later trial is compared with. */
export function oneMore({ sessions, failed }: JourneyCounts, word: 'well' | 'failed'): JourneyCounts {
  const more = { sessions: sessions + 1, failed: failed + (word === 'failed' ? 1 : 0) };
  if (more.sessions <= MOST_REMEMBERED) return more;
  return { sessions: Math.round(more.sessions / 2), failed: Math.round(more.failed / 2) };
}
