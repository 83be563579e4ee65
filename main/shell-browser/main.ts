/**
 * The browser shell in production: `node main/shell-browser/main.ts CONFIG.json` (shell-config.ts).
 * Exit status 78 (EX_CONFIG): starting again will not help; the sentence on standard error says what to do.
 */
import { fileURLToPath } from 'node:url';
import { systemEntropy, systemTimers } from '../core/clock.ts';
import { createLog } from '../core/log.ts';
import { forkCore } from '../supervisor/core-process.ts';
import { createBrowserShell } from './browser-shell.ts';
import { keepWindow } from './keep-window.ts';
import { launchKioskWindow } from './kiosk-window.ts';
import { readShellConfig } from './shell-config.ts';

const NO_USE_TO_RESTART = 78;
const PROGRAM_FOLDER = fileURLToPath(new URL('../../', import.meta.url));

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(NO_USE_TO_RESTART);
}

const [configPath = '/etc/yikatong-kiosk/shell.json'] = process.argv.slice(2);
const config = readShellConfig(configPath, PROGRAM_FOLDER);
if (!config.ok) giveUp(config.error);
const { port, rendererDirectory, core, window } = config.value;
const log = createLog();

const shell = await createBrowserShell({
  port,
  rendererDirectory,
  spawnCore: () => forkCore(core),
  timers: systemTimers,
  entropy: systemEntropy,
  log,
  onCoreDown: (why) => {
    if (why.kind === 'fatal') giveUp(why.message);
  },
});
if (!shell.ok) giveUp(shell.error.message);
const { url, supervisor, stop } = shell.value;
log.info('browser-shell-open', { port: shell.value.port });

const closing = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => closing.abort());
closing.signal.addEventListener('abort', () => {
  void stop().then(() => process.exit(0));
});

if (window) {
  const { profileDirectory, chromium } = window;
  const open = () =>
    launchKioskWindow({
      url,
      fullScreen: true,
      profileDirectory,
      environment: process.env,
      ...(chromium ? { chromium } : {}),
    });
  const trouble = await keepWindow(open, {
    timers: systemTimers,
    log,
    closing: closing.signal,
    screenThere: () => !supervisor.present || shell.value.screenConnected,
    pageTrouble: () => shell.value.pageTrouble(),
    onPageTrouble: (why) => shell.value.pageRestarted(why),
  });
  if (trouble) giveUp(trouble.message);
}
