import type { RolloutPlan } from '../contracts/console/rollout-plan.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
/** Asia/Shanghai has had no summer time since 1991. */
const SHANGHAI_MINUTES = 8 * 60;

/** When the quiet hours that hold at `now` end, milliseconds since the epoch; null: it is not quiet. */
export function quietUntil(quietHours: RolloutPlan['quietHours'], now: number): number | null {
  if (quietHours === null) return null;
  const from = minuteOfDay(quietHours.from);
  const until = minuteOfDay(quietHours.until);
  const minutes = Math.floor(now / MINUTE_MS);
  const here = (minutes + SHANGHAI_MINUTES) % DAY_MINUTES;
  // Minutes since they last began; they are as long as from `from` to `until`, over midnight or not.
  const since = (here - from + DAY_MINUTES) % DAY_MINUTES;
  const long = (until - from + DAY_MINUTES) % DAY_MINUTES;
  return since < long ? (minutes - since + long) * MINUTE_MS : null;
}

const minuteOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
