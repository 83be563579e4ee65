import type { Clock } from '../../src/ports/clock.ts';

/** Requests a session may make at once: a page asks for a dozen things when it opens. */
const BURST = 120;
/** And in the long run, a second: nobody's hand is quicker, a script's is. */
const PER_SECOND = 5;
/** A budget that is whole again needs no remembering. */
const FORGET_AFTER_MS = (BURST / PER_SECOND) * 1000;

/** Takes one request from a subject's budget; answers how many seconds to wait when it is used up, or null. */
export type RequestBudget = (subject: string) => number | null;

/**
 * A token bucket for each session. It is counted in each process by itself: it keeps one process from being worn out,
 * and nothing that has to be right depends on it (tries at the door are counted in the database).
 */
export function requestBudget(clock: Clock): RequestBudget {
  const left = new Map<string, { tokens: number; at: number }>();
  let sweptAt = clock.now();
  return (subject) => {
    const now = clock.now();
    if (now - sweptAt > FORGET_AFTER_MS) {
      for (const [key, { at }] of left) if (now - at > FORGET_AFTER_MS) left.delete(key);
      sweptAt = now;
    }
    const before = left.get(subject) ?? { tokens: BURST, at: now };
    const tokens = Math.min(BURST, before.tokens + (Math.max(0, now - before.at) / 1000) * PER_SECOND);
    left.set(subject, { tokens: tokens < 1 ? tokens : tokens - 1, at: now });
    return tokens < 1 ? Math.ceil((1 - tokens) / PER_SECOND) : null;
  };
}
