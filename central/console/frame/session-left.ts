import type { SignedIn } from '../../../src/contracts/console/access.ts';

/** Milliseconds until the session ends if nothing is asked any more. */
export function leftOfSession(session: SignedIn, lastAskedAt: number, now: number): number {
  return Math.min(lastAskedAt + session.idleSeconds * 1_000, Date.parse(session.endsAt)) - now;
}
