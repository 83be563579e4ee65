import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { err, ok, type Result } from '../../src/result.ts';

export interface KioskWindowOptions {
  readonly url: string;
  /** Full screen and nothing else; false is a window of its own on a developer's desk. */
  readonly fullScreen: boolean;
  /** Chromium's profile. Of its own for each kiosk, so that nothing of a person's browsing is near. */
  readonly profileDirectory: string;
  /** Path of the browser; looked for where the system keeps it when not given. */
  readonly chromium?: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export type KioskWindowTrouble =
  | { readonly code: 'no-display'; readonly message: string }
  | { readonly code: 'no-browser'; readonly message: string };

export interface KioskWindow {
  /** Resolves when the window is gone, for whatever reason. */
  readonly gone: Promise<void>;
  /** At once: nothing in the profile is worth saving, and a hanging browser hears nothing gentler. */
  close(): void;
}

const WHERE_CHROMIUM_IS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable'];

/** Opens the kiosk in Chromium. No display or no Chromium is expected trouble: the address still works. */
export function launchKioskWindow(options: KioskWindowOptions): Result<KioskWindow, KioskWindowTrouble> {
  const { environment } = options;
  if (!environment.DISPLAY && !environment.WAYLAND_DISPLAY) {
    const message = 'there is no display here: open the address in a browser on this machine';
    return err({ code: 'no-display', message });
  }
  const chromium = [options.chromium ?? [], options.chromium ? [] : WHERE_CHROMIUM_IS]
    .flat()
    .find(existsSync);
  if (chromium === undefined) {
    const missing = options.chromium ?? 'Chromium';
    const message = `${missing} is not there: install it (apt-get install chromium), or open the address yourself`;
    return err({ code: 'no-browser', message });
  }
  const child = spawn(chromium, chromiumArguments(options), { stdio: 'ignore', env: { ...environment } });
  const { promise: gone, resolve } = Promise.withResolvers<void>();
  child.once('exit', () => resolve());
  child.once('error', () => resolve());
  return ok({ gone, close: () => void child.kill('SIGKILL') });
}

/**
 * Chromium as a kiosk. The profile is private, nothing is fetched in the background, no gesture leads away.
 * What flags cannot lock (file:, typed addresses, downloads, devices) the managed policy in `assets/chromium` does.
 */
export function chromiumArguments({ url, fullScreen, profileDirectory }: KioskWindowOptions): string[] {
  return [
    ...(fullScreen ? ['--kiosk'] : []),
    `--app=${url}`,
    `--user-data-dir=${profileDirectory}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-pinch',
    '--overscroll-history-navigation=0',
    '--disable-session-crashed-bubble',
    '--noerrdialogs',
    '--disable-features=Translate,OverscrollHistoryNavigation',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--touch-events=enabled',
    '--accept-lang=zh-CN',
    '--password-store=basic',
    // INV-6: a dump of the renderer's memory would hold a resident's view.
    '--disable-breakpad',
  ];
}
