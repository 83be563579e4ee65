import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { ScreenMessage } from '../../src/contracts/command.ts';
import type { View } from '../../src/contracts/view.ts';
import type { Timers } from '../../src/ports/clock.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { Log } from '../core/log.ts';
import { admit, type Door, type Refusal } from './admission.ts';
import { hearScreen, LARGEST_MESSAGE } from './hear-screen.ts';

/** A screen that does not answer a ping within this many milliseconds is dead; loopback answers in one. */
const PONG_WITHIN = 1_000;
/** WebSocket close code "service restart" (RFC 6455 registry). */
const SERVICE_RESTART = 1012;

export interface ScreenDoorOptions {
  readonly door: () => Door;
  readonly corePresent: () => boolean;
  /** The screen said hello: show it where we are. */
  readonly onHello: () => void;
  /** Everything the screen says but `hello`, parsed. */
  readonly onMessage: (message: ScreenMessage) => void;
  readonly timers: Timers;
  readonly log: Pick<Log, 'info' | 'warn'>;
}

export interface ScreenDoor {
  /** For the HTTP server's `upgrade` event. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
  show(view: View): void;
  readonly occupied: boolean;
  /** Core is gone: the screen is told to forget and to come again (INV-6). */
  coreDown(): void;
  close(): void;
}

/** Lets exactly one screen in, and a second one only when the first is dead. */
export function screenDoor(options: ScreenDoorOptions): ScreenDoor {
  const { log, timers } = options;
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE,
    perMessageDeflate: false,
  });
  let screen: WebSocket | null = null;
  let asking = false;

  /** Free at once, or after the present screen has failed to answer a ping. */
  async function freePlace(): Promise<Result<void, Refusal>> {
    const present = screen;
    if (present === null || present.readyState !== WebSocket.OPEN) return ok(undefined);
    if (asking) return err({ status: 409, code: 'screen-taken' });
    asking = true;
    const waiting = new AbortController();
    let answered = false;
    present.once('pong', () => {
      answered = true;
      waiting.abort();
    });
    // A page that closes while it is asked makes room as well.
    present.once('close', () => waiting.abort());
    present.ping();
    await timers.sleep(PONG_WITHIN, waiting.signal);
    asking = false;
    if (answered) return err({ status: 409, code: 'screen-taken' });
    present.terminate();
    return ok(undefined);
  }

  async function examine(request: IncomingMessage): Promise<Result<void, Refusal>> {
    const admitted = admit(request, options.door());
    if (!admitted.ok) return admitted;
    const place = await freePlace();
    if (!place.ok) return place;
    return options.corePresent() ? ok(undefined) : err({ status: 503, code: 'core-down' });
  }

  function seat(entering: WebSocket): void {
    screen = entering;
    log.info('screen-connected', {});
    hearScreen(entering, {
      onMessage: (message) => {
        if (screen !== entering) return;
        if (message.kind === 'hello') options.onHello();
        else options.onMessage(message);
      },
      log,
    });
    entering.once('close', (code) => {
      if (screen === entering) screen = null;
      log.info('screen-gone', { code });
    });
  }

  return {
    async upgrade(request, socket, head) {
      // Until the handshake is done nobody else listens; an unheard socket error would end the process.
      const ignore = (): void => log.info('screen-handshake-broken', {});
      socket.on('error', ignore);
      const examined = await examine(request);
      if (!examined.ok) {
        log.warn('screen-refused', { reason: examined.error.code });
        return refuse(socket, examined.error);
      }
      if (socket.destroyed) return;
      socket.off('error', ignore);
      server.handleUpgrade(request, socket, head, seat);
    },
    show(view) {
      if (screen?.readyState === WebSocket.OPEN) screen.send(JSON.stringify(view));
    },
    get occupied() {
      return screen?.readyState === WebSocket.OPEN;
    },
    coreDown: () => screen?.close(SERVICE_RESTART, 'core restarts'),
    close() {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}

function refuse(socket: Duplex, { status, code }: Refusal): void {
  const lines = [`HTTP/1.1 ${status} ${code}`, 'Connection: close', 'Content-Length: 0', '', ''];
  socket.end(lines.join('\r\n'));
}
