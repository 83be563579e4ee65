/**
 * Named places around every journal commit and every call, so that "the power fails right after this row" can be
 * tested with a real `kill -9` (settlement.md).
 */
export const CRASH_POINTS = [
  'application-before-intent',
  'application-after-intent',
  'send-before-call',
  'send-after-call',
  'send-after-outcome',
  'activation-before-intent',
  'activation-after-intent',
  'activation-after-call',
  'activation-before-void',
  'activation-after-void',
  'activation-after-outcome',
  'receipt-before-row',
  'receipt-after-row',
  'settle-before-ask',
  'settle-after-ask',
  'settle-after-outcome',
  'audit-after-call',
  'audit-after-outcome',
] as const;
export type CrashPointName = (typeof CRASH_POINTS)[number];

/** Called at each named place. Outside tests and the dev dock it does nothing. */
export type CrashPoint = (name: CrashPointName) => void;

export const noCrashPoint: CrashPoint = () => undefined;

/** Kills this process with SIGKILL when the selected point is reached: nothing is flushed, nothing says goodbye. */
export function crashAt(selected: CrashPointName): CrashPoint {
  return (name) => {
    if (name !== selected) return;
    process.kill(process.pid, 'SIGKILL');
    // The signal may take a moment to arrive: nothing may happen in it.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  };
}

/** Reads the name of a point (an option or an environment variable); null where there is none of that name. */
export function crashPointNamed(name: string | undefined): CrashPointName | null {
  return CRASH_POINTS.find((point) => point === name) ?? null;
}
