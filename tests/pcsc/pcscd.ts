import { ensurePcscd } from '../../drivers/virtual/social-card/pcscd.ts';
import { claimSlots } from '../../drivers/virtual/social-card/slot-claim.ts';
import { wallTimers } from '../../drivers/wall-timers.ts';

/** Other tests and a development start hold a reader for as long as they run. */
const SLOT_PATIENCE_MS = 120_000;

export interface PcscdForTests {
  /** Virtual readers that are this file's own. */
  readonly slots: readonly (0 | 1)[];
  release(): Promise<void>;
}

/**
 * pcscd and `count` of its two virtual readers for a test file, or null after a line that names what is missing.
 * Whoever claims both may kill the daemon: nobody else is using it.
 */
export async function pcscdForTests(count: 1 | 2): Promise<PcscdForTests | null> {
  const claimed = await claimSlots(count, SLOT_PATIENCE_MS, wallTimers);
  if (claimed === null) {
    console.warn('skipped: no free virtual reader of pcscd; remedy: end the kiosk that was started here');
    return null;
  }
  const running = await ensurePcscd();
  if (running.ok) {
    return {
      slots: claimed.slots,
      release: async () => {
        claimed.release();
        await running.value.stop();
      },
    };
  }
  claimed.release();
  console.warn(`skipped: no ${running.error.missing}; remedy: ${running.error.remedy}`);
  return null;
}
