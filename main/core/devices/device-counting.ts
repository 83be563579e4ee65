/** What keeper and watched device tell of one device; `device-counters.ts` keeps it. */
export interface DeviceCounting {
  /** A call that was answered without device trouble. */
  operation(): void;
  /** A rung of the recovery ladder is tried. */
  retry(act: string): void;
  fault(code: string): void;
  /** The device answered as it should, a probe too. */
  success(): void;
}

/** Where nobody counts. */
export const notCounted: DeviceCounting = {
  operation: () => undefined,
  retry: () => undefined,
  fault: () => undefined,
  success: () => undefined,
};

/** Questions that loops ask all day: they would drown what residents did. */
const QUESTIONS = new Set<PropertyKey>(['status', 'nextChange']);
/** Errors that are the machine's, and neither the resident's nor the paper's. */
const MACHINE_FAULTS = new Set(['jammed', 'cutter-error', 'job-failed', 'wrong-position', 'chip']);

/** Counts one call by what it was answered; trouble of the device itself is the keeper's to count. */
export function countAnswer(counting: DeviceCounting, call: PropertyKey, answer: unknown): void {
  const error = errorIn(answer);
  if (error?.kind === 'device' || error?.kind === 'aborted') return;
  if (error !== null && MACHINE_FAULTS.has(error.kind)) {
    counting.fault(error.code === null ? error.kind : `${error.kind}-${error.code}`);
    if (!QUESTIONS.has(call)) counting.operation();
  } else if (QUESTIONS.has(call)) counting.success();
  else counting.operation();
}

function errorIn(answer: unknown): { readonly kind: string; readonly code: string | null } | null {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return null;
  const { error } = answer;
  if (typeof error !== 'object' || error === null || !('kind' in error)) return null;
  return { kind: String(error.kind), code: 'code' in error ? String(error.code) : null };
}
