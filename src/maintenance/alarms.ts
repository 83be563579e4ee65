import type { Alarm, AlarmKind } from '../contracts/maintenance/alarm.ts';
import { type AlarmFacts, type Condition, conditionsOf } from './alarm-conditions.ts';
import { THRESHOLDS } from './thresholds.ts';

/** An alarm that stands, and since when nothing is left of what raised it; null while it is so. */
export interface StandingAlarm extends Alarm {
  readonly calmSince: number | null;
}

/** What came of one look. An alarm is raised once and over once, however often it is looked at. */
export interface AlarmsSeen {
  readonly standing: readonly StandingAlarm[];
  readonly raised: readonly Alarm[];
  readonly over: readonly Alarm[];
}

/** The contract takes so many. */
const MOST_ALARMS = 60;

/**
 * Compares what stands with what is so now. A condition that cannot be told, because its source did not answer, neither
 * raises an alarm nor ends one. One that is away has to stay away before its alarm is over: nothing flaps.
 */
export function alarmsSeen(facts: AlarmFacts, standing: readonly StandingAlarm[], now: number): AlarmsSeen {
  const conditions = conditionsOf(facts, (kind, which) => standing.some((one) => is(one, kind, which)));
  const after: StandingAlarm[] = [];
  const over: Alarm[] = [];
  for (const alarm of standing) {
    const left = lookedAt(alarm, conditions, now);
    if (left === null) over.push(plain(alarm));
    else after.push(left);
  }
  const raised = conditions
    .filter(({ holds, kind, which }) => holds === true && !standing.some((one) => is(one, kind, which)))
    .map(({ kind, which, detail }) => ({ kind, which, since: now, detail }))
    .slice(0, Math.max(0, MOST_ALARMS - after.length));
  return { standing: [...after, ...raised.map((alarm) => ({ ...alarm, calmSince: null }))], raised, over };
}

/** The alarm as it stands after this look; null where it is over. */
function lookedAt(alarm: StandingAlarm, conditions: readonly Condition[], now: number): StandingAlarm | null {
  const condition = conditions.find(({ kind, which }) => is(alarm, kind, which));
  const holds = condition === undefined ? false : condition.holds;
  if (holds === null) return alarm;
  if (holds) return { ...alarm, detail: condition?.detail ?? alarm.detail, calmSince: null };
  // A clock that was set back would keep it for as long as it was set back by.
  const calmSince = alarm.calmSince === null ? now : Math.min(alarm.calmSince, now);
  return now - calmSince >= THRESHOLDS.alarmCalmMs ? null : { ...alarm, calmSince };
}

const is = (alarm: Alarm, kind: AlarmKind, which: string | null): boolean =>
  alarm.kind === kind && alarm.which === which;

const plain = ({ kind, which, since, detail }: StandingAlarm): Alarm => ({ kind, which, since, detail });
