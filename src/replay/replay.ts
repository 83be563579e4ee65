import type { CalendarDay } from '../calendar/calendar-day.ts';
import { REPLAYED_FACTS, type ReplayedFact, type ReplayReport } from '../contracts/console/replay.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { both } from '../releases/plain-words.ts';
import { FACT_NAMES, factWords } from './fact-words.ts';
import { outcomeUnder } from './outcome-under.ts';
import type { PastOutcome } from './past-outcome.ts';

const MOST_EXAMPLES = 50;

export interface Replay {
  /** The next past outcome, newest first. */
  add(past: PastOutcome): void;
  report(): ReplayReport;
}

/**
 * Holds a draft against past sessions beside the pack that runs newest. Both are asked as if these people came on the
 * day from which the draft holds, or on their own day where that is later: a fee that changes next month is seen.
 */
export function replayOf(now: PolicyPack, draft: PolicyPack): Replay {
  const counts = new Map<ReplayedFact, number>();
  const examples: ReplayReport['examples'] = [];
  let of = 0;
  let differ = 0;
  return {
    add: (past) => {
      of += 1;
      const on = laterOf(past.day, draft.effectiveFrom);
      const before = outcomeUnder(now, past, on);
      const after = outcomeUnder(draft, past, on);
      const changed = REPLAYED_FACTS.filter((fact) => before[fact] !== after[fact]);
      if (changed.length === 0) return;
      differ += 1;
      for (const fact of changed) counts.set(fact, (counts.get(fact) ?? 0) + 1);
      if (examples.length >= MOST_EXAMPLES) return;
      examples.push({
        day: past.day,
        service: past.service,
        disposition: past.disposition,
        changes: changed.map((fact) => ({ fact, says: factWords(fact, past, before[fact], after[fact]) })),
      });
    },
    report: () => ({
      of,
      differ,
      says: both(
        `过去 ${grouped(of)} 次办理中，有 ${grouped(differ)} 次结果会不同`,
        `${grouped(differ)} of ${grouped(of)} past outcomes would differ`,
      ),
      byFact: REPLAYED_FACTS.flatMap((fact) => {
        const count = counts.get(fact) ?? 0;
        return count === 0 ? [] : [{ fact, says: FACT_NAMES[fact], differ: count }];
      }),
      examples,
    }),
  };
}

/** The same for outcomes that are all at hand. */
export function replay(now: PolicyPack, draft: PolicyPack, past: Iterable<PastOutcome>): ReplayReport {
  const held = replayOf(now, draft);
  for (const one of past) held.add(one);
  return held.report();
}

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

function laterOf(one: CalendarDay, other: CalendarDay): CalendarDay {
  if (one > other) return one;
  return other;
}
