import type { Timers } from '../../../../src/ports/clock.ts';
import type { TestOutcome } from '../../../../src/ports/maintenance/device-bench.ts';

/** A technician has the test card in the hand already. Milliseconds. */
export const HAND_MS = 30_000;

export const passed = (facts: TestOutcome['facts'] = {}, code: string | null = null): TestOutcome => ({
  outcome: 'passed',
  code,
  facts,
});

export const failed = (code: string, facts: TestOutcome['facts'] = {}): TestOutcome => ({
  outcome: 'failed',
  code: code.slice(0, 60),
  facts,
});

/** What a driver's trouble means for a test; nobody's hand came: `not-seen`. */
export function ofTrouble(trouble: { readonly kind: string; readonly code?: string }): TestOutcome {
  if (trouble.kind === 'aborted') return { outcome: 'not-seen', code: null, facts: {} };
  return failed(trouble.kind === 'device' ? (trouble.code ?? 'device') : codeOf(trouble));
}

const codeOf = ({ kind, code }: { readonly kind: string; readonly code?: string }): string =>
  code === undefined ? kind : `${kind}-${code}`;

/** Waits for a hand, no longer than a technician needs. */
export async function whileAHandMayCome<T>(
  timers: Timers,
  signal: AbortSignal,
  act: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = new AbortController();
  const over = new AbortController();
  void timers.sleep(HAND_MS, over.signal).then(() => late.abort());
  try {
    return await act(AbortSignal.any([signal, late.signal]));
  } finally {
    over.abort();
  }
}
