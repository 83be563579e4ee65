import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { chromiumPath } from '../world/chromium.ts';

/** A window with the dev dock where there is a display; otherwise a sentence why there is none. */
export function openWindow(url: string, folder: string): ChildProcess | string {
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return 'No display here: open the address in a browser.';
  const chromium = chromiumPath();
  if (chromium === null)
    return 'Chromium is missing: apt-get install chromium, or open the address in a browser.';
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : [];
  const child = spawn(
    chromium,
    [
      `--app=${url}`,
      `--user-data-dir=${join(folder, 'window')}`,
      '--window-size=1500,1000',
      '--no-first-run',
      '--password-store=basic',
      ...sandbox,
    ],
    { stdio: 'ignore' },
  );
  child.once('error', (error) => console.error(`The window did not open: ${error.message}`));
  return child;
}
