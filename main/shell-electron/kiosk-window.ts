import type { BrowserWindowConstructorOptions, WebContents } from 'electron';
import type { Timers } from '../../src/ports/clock.ts';
import type { Log } from '../core/log.ts';
import type { PageTrouble, PageWatch } from '../supervisor/page-watch.ts';

/** Rest before a page that crashed is loaded again, in milliseconds: a page that crashes at once must not spin. */
const RELOAD_AFTER = 1_000;

/** The kiosk's window. `packaged` is true in production: full screen, no developer tools. */
export const kioskWindowOptions = (preload: string, packaged: boolean): BrowserWindowConstructorOptions => ({
  kiosk: packaged,
  width: 1080,
  height: 1920,
  show: false,
  autoHideMenuBar: true,
  backgroundColor: '#ffffff',
  webPreferences: {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: !packaged,
    backgroundThrottling: false,
  },
});

/** Milliseconds between two looks at a page. */
const LOOK_EVERY = 5_000;

/** A page that draws no frame any more is crashed and so loaded again; one that took too much memory is only reloaded. */
export async function keepPageAlive(
  contents: Pick<WebContents, 'isDestroyed' | 'reload' | 'forcefullyCrashRenderer'>,
  watch: Pick<PageWatch, 'trouble' | 'begin'>,
  timers: Timers,
  onTrouble: (why: PageTrouble) => void,
): Promise<void> {
  while (!contents.isDestroyed()) {
    await timers.sleep(LOOK_EVERY);
    const why = watch.trouble();
    if (why === null || contents.isDestroyed()) continue;
    watch.begin();
    onTrouble(why);
    if (why === 'frozen') contents.forcefullyCrashRenderer();
    else contents.reload();
  }
}

/** INV-8: a page that crashed, hangs or could not load is loaded again. */
export function reviveContents(contents: WebContents, timers: Timers, log: Pick<Log, 'warn'>): void {
  const again = async (reason: string): Promise<void> => {
    log.warn('kiosk-page-gone', { reason });
    await timers.sleep(RELOAD_AFTER);
    if (!contents.isDestroyed()) contents.reload();
  };
  contents.on('render-process-gone', (_, { reason }) => void again(reason));
  // A hanging renderer hears no reload; once crashed it is loaded again by the line above.
  contents.on('unresponsive', () => contents.forcefullyCrashRenderer());
  contents.on('did-fail-load', (_, code, _description, _url, isMainFrame) => {
    if (isMainFrame) void again(String(code));
  });
}
