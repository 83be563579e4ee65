import type { Timers } from '../../src/ports/clock.ts';
import type { Result } from '../../src/result.ts';
import type { Log } from '../core/log.ts';
import { RESTART_AFTER, STEADY_AFTER } from '../supervisor/delays.ts';
import type { PageTrouble } from '../supervisor/page-watch.ts';
import type { KioskWindow, KioskWindowTrouble } from './kiosk-window.ts';

/** A page that has not connected for so many milliseconds has crashed, or lost its token; loading takes one second. */
const WITHOUT_SCREEN = 20_000;
const LOOK_EVERY = 5_000;

interface Surroundings {
  readonly timers: Timers;
  readonly log: Pick<Log, 'warn'>;
  readonly closing: AbortSignal;
  /** True while a page is connected, or while core is down and none can be. */
  readonly screenThere: () => boolean;
  /** What is wrong with a page that is connected: its window is closed and opened again at once. */
  readonly pageTrouble: () => PageTrouble | null;
  /** The window was closed for it. */
  readonly onPageTrouble: (why: PageTrouble) => void;
}

/** Opens the kiosk's window, and opens it again whenever it or its page goes away (INV-8), resting as for core. */
export async function keepWindow(
  open: () => Result<KioskWindow, KioskWindowTrouble>,
  surroundings: Surroundings,
): Promise<KioskWindowTrouble | null> {
  const { timers, log, closing } = surroundings;
  for (let failures = 0; !closing.aborted; ) {
    const opened = open();
    if (!opened.ok) return opened.error;
    const since = timers.now();
    await untilGone(opened.value, surroundings);
    if (closing.aborted) break;
    failures = timers.now() - since >= STEADY_AFTER ? 1 : failures + 1;
    log.warn('kiosk-window-gone', { count: failures });
    await timers.sleep(RESTART_AFTER[Math.min(failures, RESTART_AFTER.length) - 1] ?? 0, closing);
  }
  return null;
}

/** Waits for the window's end, and brings it about when its page stays away. */
async function untilGone(
  window: KioskWindow,
  { timers, log, closing, screenThere, pageTrouble, onPageTrouble }: Surroundings,
): Promise<void> {
  const gone = new AbortController();
  const close = (): void => window.close();
  closing.addEventListener('abort', close, { once: true });
  const ended = window.gone.then(() => gone.abort());
  let seen = timers.now();
  while (!gone.signal.aborted) {
    await timers.sleep(LOOK_EVERY, gone.signal);
    if (screenThere()) seen = timers.now();
    const why = pageTrouble();
    if (!gone.signal.aborted && why !== null) {
      log.warn('kiosk-page-restarted', { reason: why });
      onPageTrouble(why);
      window.close();
      break;
    }
    if (gone.signal.aborted || timers.now() - seen < WITHOUT_SCREEN) continue;
    log.warn('kiosk-page-gone', {});
    window.close();
    break;
  }
  await ended;
  closing.removeEventListener('abort', close);
}
