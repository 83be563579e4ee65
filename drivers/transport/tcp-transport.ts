import { connect, type Socket } from 'node:net';
import type { Timers } from '../../src/ports/clock.ts';
import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { ByteTransport, Unsubscribe } from './byte-transport.ts';
import { LinkEvents } from './link-events.ts';
import { linkLost, openTrouble } from './transport-trouble.ts';

/** A device on the kiosk's own network answers in milliseconds; the system alone would wait minutes. */
const CONNECT_DEADLINE_MS = 3_000;

/** Serial servers, network printers and virtual hardware. */
export class TcpTransport implements ByteTransport {
  readonly name: string;
  readonly #host: string;
  readonly #port: number;
  readonly #timers: Timers;
  readonly #events = new LinkEvents();
  #socket: Socket | null = null;
  #opening: Promise<Result<void, DeviceTrouble>> | null = null;

  constructor(host: string, port: number, timers: Timers) {
    this.#host = host;
    this.#port = port;
    this.#timers = timers;
    this.name = `tcp://${host.includes(':') ? `[${host}]` : host}:${port}`;
  }

  async open(): Promise<Result<void, DeviceTrouble>> {
    if (this.#socket) return ok(undefined);
    this.#opening ??= this.#connect().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  async #connect(): Promise<Result<void, DeviceTrouble>> {
    const socket = connect({ host: this.#host, port: this.#port, noDelay: true, keepAlive: true });
    const settled = new AbortController();
    const outcome = await new Promise<Result<void, DeviceTrouble>>((resolve) => {
      socket.once('connect', () => resolve(ok(undefined)));
      socket.once('error', (cause) => resolve(err(openTrouble(this.name, cause))));
      void this.#timers.sleep(CONNECT_DEADLINE_MS, settled.signal).then(() => {
        resolve(
          err(deviceTrouble('connect-timeout', `${this.name}: no answer in ${CONNECT_DEADLINE_MS} ms`)),
        );
      });
    });
    settled.abort();
    if (!outcome.ok) {
      socket.on('error', () => socket.destroy());
      socket.destroy();
      return outcome;
    }
    this.#adopt(socket);
    return outcome;
  }

  #adopt(socket: Socket): void {
    this.#socket = socket;
    let cause: Error | undefined;
    socket.on('error', (error) => {
      cause = error;
    });
    // Half-open is no use to a device protocol: the other side's end is the end.
    socket.on('end', () => socket.destroy());
    socket.on('data', (bytes: Buffer) => {
      if (this.#socket === socket) this.#events.emitData(bytes);
    });
    socket.on('close', () => {
      if (this.#socket !== socket) return;
      this.#socket = null;
      this.#events.emitClose(linkLost(this.name, cause));
    });
  }

  async write(bytes: Uint8Array): Promise<Result<void, DeviceTrouble>> {
    const socket = this.#socket;
    if (!socket) return err(linkLost(this.name));
    return new Promise((resolve) => {
      socket.write(bytes, (cause) => resolve(cause ? err(linkLost(this.name, cause)) : ok(undefined)));
    });
  }

  onData(listener: (bytes: Uint8Array) => void): Unsubscribe {
    return this.#events.onData(listener);
  }

  onClose(listener: (trouble: DeviceTrouble) => void): Unsubscribe {
    return this.#events.onClose(listener);
  }

  async close(): Promise<void> {
    await this.#opening;
    const socket = this.#socket;
    this.#socket = null;
    socket?.destroy();
  }
}
