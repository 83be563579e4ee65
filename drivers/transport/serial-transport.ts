import type { SerialPort } from 'serialport';
import type { DeviceTrouble } from '../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { ByteTransport, Unsubscribe } from './byte-transport.ts';
import { LinkEvents } from './link-events.ts';
import { linkLost, openTrouble } from './transport-trouble.ts';

/** A serial port, 8N1, without flow control (protocols 2.1). */
export class SerialTransport implements ByteTransport {
  readonly name: string;
  readonly #path: string;
  readonly #baudRate: number;
  readonly #events = new LinkEvents();
  #port: SerialPort | null = null;
  #opening: Promise<Result<void, DeviceTrouble>> | null = null;

  constructor(path: string, baudRate: number) {
    this.#path = path;
    this.#baudRate = baudRate;
    this.name = `serial:${path}?baud=${baudRate}`;
  }

  async open(): Promise<Result<void, DeviceTrouble>> {
    if (this.#port) return ok(undefined);
    this.#opening ??= this.#connect().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  async #connect(): Promise<Result<void, DeviceTrouble>> {
    try {
      // Loaded here, so that a kiosk without serial devices runs without the native add-on.
      const { SerialPort } = await import('serialport');
      const port = new SerialPort({ path: this.#path, baudRate: this.#baudRate, autoOpen: false });
      await new Promise<void>((resolve, reject) => {
        port.open((cause) => (cause ? reject(cause) : resolve()));
      });
      this.#adopt(port);
      await raiseDtr(port);
      return ok(undefined);
    } catch (cause) {
      return err(openTrouble(this.name, cause));
    }
  }

  #adopt(port: SerialPort): void {
    this.#port = port;
    port.on('data', (bytes: Buffer) => {
      if (this.#port === port) this.#events.emitData(bytes);
    });
    const lost = (cause: unknown) => {
      if (this.#port !== port) return;
      this.#port = null;
      if (port.isOpen) port.close();
      this.#events.emitClose(linkLost(this.name, cause ?? undefined));
    };
    port.on('error', lost);
    port.on('close', lost);
  }

  async write(bytes: Uint8Array): Promise<Result<void, DeviceTrouble>> {
    const port = this.#port;
    if (!port) return err(linkLost(this.name));
    return new Promise((resolve) => {
      port.write(Buffer.from(bytes), (cause) =>
        resolve(cause ? err(linkLost(this.name, cause)) : ok(undefined)),
      );
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
    const port = this.#port;
    this.#port = null;
    if (!port?.isOpen) return;
    await new Promise<void>((resolve) => port.close(() => resolve()));
  }
}

/** Some adapters power the module from DTR. A pty and some servers have no modem lines: that is not fatal. */
const raiseDtr = (port: SerialPort): Promise<void> =>
  new Promise((resolve) => port.set({ dtr: true }, () => resolve()));
