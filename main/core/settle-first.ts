import type { Timers } from '../../src/ports/clock.ts';

/** Settling must not keep residents waiting for an authority that does not answer; it goes on beside them. */
const SETTLE_PATIENCE_MS = 4_000;

/** Settles what the core before left open, for as long as residents can wait for it. */
export async function settleFirst(
  timers: Timers,
  settle: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const over = new AbortController();
  const settled = new AbortController();
  const patience = timers.sleep(SETTLE_PATIENCE_MS, settled.signal).then(() => over.abort());
  await Promise.race([settle(over.signal), patience]);
  settled.abort();
}
