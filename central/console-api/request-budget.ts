import type { Clock } from '../../src/ports/clock.ts';

export interface Allowance {
  /** Requests at once. */
  readonly burst: number;
  /** And in the long run. */
  readonly perSecond: number;
}

/** A page asks for a dozen things when it opens; nobody's hand is quicker than this, a script's is. */
export const OF_SESSION: Allowance = { burst: 300, perSecond: 5 };
/** At the door, where nobody is signed in yet: a whole office behind one address at eight in the morning. */
export const OF_ADDRESS: Allowance = { burst: 60, perSecond: 1 };

/** Takes one request from a subject's budget; answers how many seconds to wait when it is used up, or null. */
export type RequestBudget = (subject: string) => number | null;

/**
 * A token bucket for each session, or address. It is counted in each process by itself: it keeps one process from being worn out,
 * and nothing that has to be right depends on it (tries at the door are counted in the database).
 */
export function requestBudget(clock: Clock, { burst, perSecond }: Allowance): RequestBudget {
  // A budget that is whole again needs no remembering.
  const forgetAfterMs = (burst / perSecond) * 1000;
  const left = new Map<string, { tokens: number; at: number }>();
  let sweptAt = clock.now();
  return (subject) => {
    const now = clock.now();
    if (now - sweptAt > forgetAfterMs) {
      for (const [key, { at }] of left) if (now - at > forgetAfterMs) left.delete(key);
      sweptAt = now;
    }
    const before = left.get(subject) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, before.tokens + (Math.max(0, now - before.at) / 1000) * perSecond);
    left.set(subject, { tokens: tokens < 1 ? tokens : tokens - 1, at: now });
    return tokens < 1 ? Math.ceil((1 - tokens) / perSecond) : null;
  };
}
