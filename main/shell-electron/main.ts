/** The Electron shell: life cycle and wiring only; each guard has a file of its own. */
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  protocol,
  safeStorage,
  session,
  utilityProcess,
} from 'electron';
import { systemEntropy, systemTimers } from '../core/clock.ts';
import { readCoreConfig } from '../core/core-config.ts';
import { createLog } from '../core/log.ts';
import { isRestScreen, PageWatch } from '../supervisor/page-watch.ts';
import { supervise } from '../supervisor/supervise.ts';
import { utilityCore } from './core-utility.ts';
import { guardContents } from './guard-contents.ts';
import { guardSession } from './guard-session.ts';
import { KIOSK_PAGE, KIOSK_PRIVILEGES, KIOSK_SCHEME, serveRenderer } from './kiosk-protocol.ts';
import { keepPageAlive, kioskWindowOptions, reviveContents } from './kiosk-window.ts';
import { configurationPath, programPaths } from './program-paths.ts';
import { screenLink } from './screen-link.ts';
import { loadSealingKey } from './sealing-key.ts';

const log = createLog();
const paths = programPaths(import.meta.dirname);

app.enableSandbox();
protocol.registerSchemesAsPrivileged([{ scheme: KIOSK_SCHEME, privileges: KIOSK_PRIVILEGES }]);
app.on('web-contents-created', (_, contents) => guardContents(contents, log));
app.on('second-instance', () => BrowserWindow.getAllWindows()[0]?.focus());
app.on('window-all-closed', () => app.quit());
if (app.requestSingleInstanceLock()) void app.whenReady().then(openKiosk);
else app.quit();

function giveUp(sentence: string): void {
  // Over the kiosk's window, for the technician: starting again will not help.
  dialog.showErrorBox('一卡通自助服务', sentence);
  app.exit(78);
}

async function openKiosk(): Promise<void> {
  const configuration = configurationPath(process.argv);
  const config = readCoreConfig(configuration);
  if (!config.ok) return giveUp(config.error);
  const key = loadSealingKey(config.value.folder, safeStorage, systemEntropy);
  if (!key.ok) return giveUp(key.error.message);
  if (key.value === null) log.warn('key-store-absent', {});
  const sealing = key.value && Buffer.from(key.value).toString('base64');

  Menu.setApplicationMenu(null);
  guardSession(session.defaultSession, log);
  protocol.handle(KIOSK_SCHEME, serveRenderer(paths.renderer));
  const window = new BrowserWindow(kioskWindowOptions(paths.preload, app.isPackaged));
  const { webContents: contents } = window;
  reviveContents(contents, systemTimers, log);

  const supervisor = supervise({
    spawn() {
      const sealed = sealing ? ['--sealing-key-from-shell'] : [];
      const child = utilityProcess.fork(paths.core, [configuration, ...sealed], {
        serviceName: 'kiosk-core',
      });
      const core = utilityCore(child, (pid, signal) => process.kill(pid, signal));
      if (sealing) core.send({ kind: 'sealing-key', base64: sealing });
      return core;
    },
    timers: systemTimers,
    log,
    onMessage(message) {
      if (message.kind === 'ready') link.tellCore(true);
      if (message.kind === 'view') link.show(message.view);
      if (message.kind === 'restart-page') watch.restart(message.why);
    },
    onDown(why) {
      link.tellCore(false);
      if (why.kind === 'fatal') giveUp(why.message);
    },
  });
  const link = screenLink({
    ipcMain,
    contents,
    log,
    onMessage(message) {
      if (message.kind === 'page-alive') watch.heard(message);
      if (message.kind !== 'hello') return void supervisor.send({ kind: 'screen', message });
      if (supervisor.lastView) link.show(supervisor.lastView);
      supervisor.send({ kind: 'show-again' });
    },
  });
  const watch: PageWatch = new PageWatch(
    systemTimers,
    () => !contents.isDestroyed() && supervisor.present,
    () => isRestScreen(supervisor.lastView),
  );
  void keepPageAlive(contents, watch, systemTimers, (why) => {
    log.warn('kiosk-page-restarted', { reason: why });
    supervisor.note({ kind: 'watchdog', watchdog: 'screen', act: 'page-restarted', why });
  });
  app.on('will-quit', () => void supervisor.stop());
  window.once('ready-to-show', () => window.show());
  await window.loadURL(KIOSK_PAGE);
}
