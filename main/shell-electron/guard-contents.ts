import type { WebContents } from 'electron';
import type { Log } from '../core/log.ts';
import { isKioskAddress } from './kiosk-protocol.ts';

/**
 * Nothing leads away from the kiosk's page: no navigation in any frame, no new window, no embedded browser. Put on
 * every `WebContents` the moment it exists.
 */
export function guardContents(contents: WebContents, log: Pick<Log, 'warn'>): void {
  const deny = (reason: string) => log.warn('page-act-denied', { reason });
  contents.setWindowOpenHandler(() => {
    deny('window');
    return { action: 'deny' };
  });
  // Includes the main frame's `will-navigate`. Reloading the page by itself is no navigation of the page.
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && isKioskAddress(event.url)) return;
    event.preventDefault();
    deny('navigation');
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
    deny('redirect');
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    deny('webview');
  });
}
