const FIRST_MS = 250;
const LONGEST_MS = 5_000;

/** Milliseconds to wait before try `attempt` (from 0): doubling, at most five seconds; a kiosk has one client. */
export function backOff(attempt: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 16));
}
