import type { BrowserWindowConstructorOptions, WebContents } from 'electron';
import type { Timers } from '../../src/ports/clock.ts';
import type { Log } from '../core/log.ts';

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
