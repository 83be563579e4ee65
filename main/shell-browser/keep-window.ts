import type { Timers } from '../../src/ports/clock.ts';
import type { Result } from '../../src/result.ts';
import type { Log } from '../core/log.ts';
import { RESTART_AFTER, STEADY_AFTER } from '../supervisor/delays.ts';
import type { KioskWindow, KioskWindowTrouble } from './kiosk-window.ts';

/** Opens the kiosk's window, and opens it again whenever it goes away (INV-8), resting as core's supervisor does. */
export async function keepWindow(
  open: () => Result<KioskWindow, KioskWindowTrouble>,
  { timers, log, closing }: { timers: Timers; log: Pick<Log, 'warn'>; closing: AbortSignal },
): Promise<KioskWindowTrouble | null> {
  for (let failures = 0; !closing.aborted; ) {
    const opened = open();
    if (!opened.ok) return opened.error;
    const since = timers.now();
    const close = (): void => opened.value.close();
    closing.addEventListener('abort', close, { once: true });
    await opened.value.gone;
    closing.removeEventListener('abort', close);
    if (closing.aborted) break;
    failures = timers.now() - since >= STEADY_AFTER ? 1 : failures + 1;
    log.warn('kiosk-window-gone', { count: failures });
    await timers.sleep(RESTART_AFTER[Math.min(failures, RESTART_AFTER.length) - 1] ?? 0, closing);
  }
  return null;
}
