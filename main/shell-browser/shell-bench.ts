import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { ShellMessage } from '../../src/contracts/core-link.ts';
import type { Entropy } from '../../src/ports/clock.ts';
import { seededEntropy, VirtualClock } from '../core/virtual-clock.ts';
import type { CoreProcess } from '../supervisor/core-process.ts';
import type { CoreDown } from '../supervisor/supervision.ts';
import { type BrowserShell, createBrowserShell } from './browser-shell.ts';

/** A page as small as can be, in a folder of its own. */
export function smallPage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'yikatong-shell-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>kiosk</title>');
  writeFileSync(join(folder, 'assets', 'page.js'), 'export {};');
  writeFileSync(join(folder, '.secret'), 'hidden');
  return folder;
}

/** A core the test plays by hand. */
export interface PlayedCore {
  readonly heard: ShellMessage[];
  say(message: unknown): void;
  exit(): void;
}

export interface ShellBench {
  readonly shell: BrowserShell;
  readonly timers: VirtualClock;
  readonly cores: PlayedCore[];
  readonly downs: CoreDown[];
  readonly lines: string[];
  readonly rendererDirectory: string;
  readonly token: string;
  /** Opens a screen as the page does; any part can be made wrong. */
  connect(wrong?: { protocol?: string; origin?: string; path?: string; host?: string }): WebSocket;
  close(): Promise<void>;
}

/** A browser shell over a small built page and a played core. */
export async function openShellBench(
  more: { devDockOrigin?: string; entropy?: Entropy } = {},
): Promise<ShellBench> {
  const rendererDirectory = smallPage();
  const timers = new VirtualClock();
  const cores: PlayedCore[] = [];
  const downs: CoreDown[] = [];
  const lines: string[] = [];
  const write = (event: string, fields: object): void =>
    void lines.push(JSON.stringify({ event, ...fields }));
  const made = await createBrowserShell({
    port: 0,
    rendererDirectory,
    spawnCore: () => playedCore(cores),
    timers,
    entropy: seededEntropy(1),
    log: { info: write, warn: write, error: write },
    onCoreDown: (why) => downs.push(why),
    ...more,
  });
  if (!made.ok) throw new Error(made.error.message);
  const shell = made.value;
  const token = new URLSearchParams(new URL(shell.url).hash.slice(1)).get('token') ?? '';
  return {
    shell,
    timers,
    cores,
    downs,
    lines,
    rendererDirectory,
    token,
    connect(wrong = {}) {
      return new WebSocket(
        `ws://127.0.0.1:${shell.port}${wrong.path ?? '/kiosk'}`,
        wrong.protocol ?? `kiosk.${token}`,
        {
          headers: { origin: wrong.origin ?? shell.origin, ...(wrong.host ? { host: wrong.host } : {}) },
        },
      );
    },
    async close() {
      const stopped = shell.stop();
      cores.at(-1)?.exit();
      await stopped;
      rmSync(rendererDirectory, { recursive: true, force: true });
    },
  };
}

function playedCore(cores: PlayedCore[]): CoreProcess {
  let say: (raw: unknown) => void = () => undefined;
  let exit: () => void = () => undefined;
  const heard: ShellMessage[] = [];
  cores.push({ heard, say: (message) => say(message), exit: () => exit() });
  return {
    pid: cores.length,
    send: (message) => heard.push(message),
    onMessage: (listener) => {
      say = listener;
    },
    onExit: (listener) => {
      exit = listener;
    },
    kill: () => undefined,
  };
}

/** The status of a refused handshake, or 101. */
export async function handshake(socket: WebSocket): Promise<number> {
  const outcome = Promise.withResolvers<number>();
  socket.on('open', () => outcome.resolve(101));
  socket.on('unexpected-response', (request, response) => {
    outcome.resolve(response.statusCode ?? 0);
    request.destroy();
  });
  // Destroying a refused request is told as an error once more.
  socket.on('error', () => outcome.resolve(0));
  return outcome.promise;
}

/** The next thing this screen is shown. */
export async function nextView(socket: WebSocket): Promise<{ revision: number; kioskName: string }> {
  const [data] = await once(socket, 'message');
  return JSON.parse(String(data));
}

/** The code this screen is closed with. */
export async function closeCode(socket: WebSocket): Promise<number> {
  const [code] = await once(socket, 'close');
  return code;
}
