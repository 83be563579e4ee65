import type { AddressInfo } from 'node:net';
import type { CoreMessage } from '../../src/contracts/core-link.ts';
import type { Entropy, Timers } from '../../src/ports/clock.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { Log } from '../core/log.ts';
import type { CoreProcess } from '../supervisor/core-process.ts';
import { isRestScreen, type PageTrouble, PageWatch } from '../supervisor/page-watch.ts';
import { type Supervisor, supervise } from '../supervisor/supervise.ts';
import type { CoreDown } from '../supervisor/supervision.ts';
import { isBuilt, kioskPage } from './kiosk-page.ts';
import { screenDoor } from './screen-door.ts';

const LOOPBACK = '127.0.0.1';

export interface BrowserShellOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** The built renderer. */
  readonly rendererDirectory: string;
  /** Starts one core: `() => forkCore({ entry, args })`. */
  readonly spawnCore: () => CoreProcess;
  readonly timers: Timers;
  readonly entropy: Entropy;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
  /** Development only: the origin (`http://127.0.0.1:PORT`) of the page that shows the kiosk in a frame. */
  readonly devDockOrigin?: string;
  readonly onCoreReady?: (ready: Extract<CoreMessage, { kind: 'ready' }>) => void;
  readonly onCoreDown?: (why: CoreDown) => void;
}

export interface BrowserShellTrouble {
  readonly code: 'renderer-not-built' | 'port-taken' | 'port-refused';
  /** One sentence with the remedy. */
  readonly message: string;
}

export interface BrowserShell {
  /** The address to open, with the token of this boot: whoever has it is the screen. */
  readonly url: string;
  /** The address without the token: the page's origin. */
  readonly origin: string;
  readonly port: number;
  readonly supervisor: Supervisor;
  /** True while a page is connected. */
  readonly screenConnected: boolean;
  /** What is wrong with the page that is connected. */
  pageTrouble(): PageTrouble | null;
  /** Its window is about to be closed for it: core is told, and the next page begins anew. */
  pageRestarted(why: PageTrouble): void;
  /** Ends core, the connection and the server. */
  stop(): Promise<void>;
}

/** Serves the kiosk on loopback and keeps its core running. The port is taken before a core is started. */
export async function createBrowserShell(
  options: BrowserShellOptions,
): Promise<Result<BrowserShell, BrowserShellTrouble>> {
  const { rendererDirectory, log, timers } = options;
  if (!isBuilt(rendererDirectory)) {
    const message = `${rendererDirectory} holds no index.html: build the renderer first (npm start does)`;
    return err({ code: 'renderer-not-built', message });
  }
  const token = Buffer.from(options.entropy.bytes(32)).toString('base64url');
  let origin: string | null = null;
  let supervisor: Supervisor | null = null;

  const dock = options.devDockOrigin ? { devDockOrigin: options.devDockOrigin } : {};
  const page = await kioskPage({ rendererDirectory, ownOrigin: () => origin, ...dock });
  const door = screenDoor({
    door: () => ({ origin: origin ?? '', token }),
    corePresent: () => supervisor?.present ?? false,
    onHello: () => {
      // What is remembered bridges the moment until core has published the present view.
      if (supervisor?.lastView) door.show(supervisor.lastView);
      supervisor?.send({ kind: 'show-again' });
    },
    onMessage(message) {
      if (message.kind === 'page-alive') watch.heard(message);
      supervisor?.send({ kind: 'screen', message });
    },
    timers,
    log,
  });
  const watch = new PageWatch(
    timers,
    () => door.occupied,
    () => isRestScreen(supervisor?.lastView ?? null),
  );
  page.server.on('upgrade', (request, socket, head) => void door.upgrade(request, socket, head));

  const listening = await listen(page, options.port);
  if (!listening.ok) return listening;
  const port = listening.value;
  origin = `http://${LOOPBACK}:${port}`;
  supervisor = supervise({
    spawn: options.spawnCore,
    timers,
    log,
    onMessage: (message) => {
      if (message.kind === 'view') door.show(message.view);
      if (message.kind === 'ready') options.onCoreReady?.(message);
      if (message.kind === 'restart-page') watch.restart(message.why);
    },
    onDown: (why) => {
      door.coreDown();
      options.onCoreDown?.(why);
    },
  });
  const running = supervisor;
  return ok({
    url: `${origin}/#token=${token}`,
    origin,
    port,
    supervisor: running,
    get screenConnected() {
      return door.occupied;
    },
    pageTrouble: () => watch.trouble(),
    pageRestarted(why) {
      watch.begin();
      running.note({ kind: 'watchdog', watchdog: 'screen', act: 'page-restarted', why });
    },
    async stop() {
      await running.stop();
      door.close();
      await page.close();
    },
  });
}

type Page = Awaited<ReturnType<typeof kioskPage>>;

async function listen(page: Page, port: number): Promise<Result<number, BrowserShellTrouble>> {
  try {
    await page.listen({ host: LOOPBACK, port });
    return ok((page.server.address() as AddressInfo).port);
  } catch (error) {
    await page.close();
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      const message = `port ${port} on ${LOOPBACK} is taken: end the program that holds it (ss -ltnp 'sport = :${port}' names it), or choose another port`;
      return err({ code: 'port-taken', message });
    }
    if (code === 'EACCES') {
      const message = `port ${port} on ${LOOPBACK} is not ours to open: choose a port of 1024 or above`;
      return err({ code: 'port-refused', message });
    }
    throw error;
  }
}
