/** Acts done within a request with money and a card, and the places around each (settlement.md). */
const REQUEST_ACTS = [
  'pay',
  'loss',
  'submit',
  'take-blank',
  'personalise',
  'bind',
  'to-bin',
  'retain-old',
  'present',
] as const;
const AROUND_ACT = ['before-intent', 'after-intent', 'after-act', 'after-outcome'] as const;
/** Acts that the outbox carries out: the sender has places of its own. */
const OUTBOX_ACTS = ['cancel', 'refund', 'switch', 'deliver'] as const;
const AROUND_INTENT = ['before-intent', 'after-intent'] as const;

type RequestPoint =
  | `request-${(typeof REQUEST_ACTS)[number]}-${(typeof AROUND_ACT)[number]}`
  | `request-${(typeof OUTBOX_ACTS)[number]}-${(typeof AROUND_INTENT)[number]}`
  | 'request-before-charge'
  | 'request-after-charge'
  | 'request-before-close';

/** Every place around a request's acts. */
export const REQUEST_POINTS: readonly RequestPoint[] = [
  'request-before-charge',
  'request-after-charge',
  ...REQUEST_ACTS.flatMap((act) => AROUND_ACT.map((place) => `request-${act}-${place}` as const)),
  ...OUTBOX_ACTS.flatMap((act) => AROUND_INTENT.map((place) => `request-${act}-${place}` as const)),
  'request-before-close',
];

/**
 * Named places around every other journal commit and every call, so that "the power fails right after this row" can be
 * tested with a real `kill -9` (settlement.md).
 */
const SINGLE_POINTS = [
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
export type CrashPointName = (typeof SINGLE_POINTS)[number] | RequestPoint;
export const CRASH_POINTS: readonly CrashPointName[] = [...SINGLE_POINTS, ...REQUEST_POINTS];

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
