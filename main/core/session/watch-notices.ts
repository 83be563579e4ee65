import { noticesChangeAt } from '../../../src/configuration/notices-at.ts';
import type { NoticeBoard } from '../../../src/contracts/configuration/small-documents.ts';
import type { Timers } from '../../../src/ports/clock.ts';

/** The wall clock may be set while a notice waits: looked at anew so often, milliseconds. */
const LOOK_AGAIN_MS = 60_000;

/** Draws the screen anew when a notice's time has come or is over, until the signal fires. */
export async function watchNotices(
  notices: NoticeBoard['notices'],
  timers: Timers,
  changed: () => void,
  signal: AbortSignal,
): Promise<void> {
  let at = noticesChangeAt(notices, timers.now());
  while (at !== null && !signal.aborted) {
    await timers.sleep(Math.min(Math.max(0, at - timers.now()), LOOK_AGAIN_MS), signal);
    if (signal.aborted) return;
    changed();
    at = noticesChangeAt(notices, timers.now());
  }
}
