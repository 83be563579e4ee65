import type { Timers } from '../../../src/ports/clock.ts';
import { claim, releaseClaim } from './machine-claims.ts';

/** A held slot is asked for again this often. */
const POLL_MS = 100;

export interface ClaimedSlots {
  readonly slots: readonly (0 | 1)[];
  release(): void;
}

/**
 * Takes virtual readers for this process, so that tests and a development start do not put cards into the same
 * one. Waits up to `waitMs` for `count` of the two; null when they stay taken. All or nothing, in slot order.
 */
export async function claimSlots(count: 1 | 2, waitMs: number, timers: Timers): Promise<ClaimedSlots | null> {
  const until = timers.now() + waitMs;
  for (;;) {
    const held = ([0, 1] as const).filter((slot) => claim(`slot-${slot}`));
    const surplus = held.length < count ? held : held.slice(count);
    for (const slot of surplus) releaseClaim(`slot-${slot}`);
    if (held.length >= count) {
      const slots = held.slice(0, count);
      return {
        slots,
        release: () => {
          for (const slot of slots) releaseClaim(`slot-${slot}`);
        },
      };
    }
    if (timers.now() >= until) return null;
    await timers.sleep(POLL_MS);
  }
}
