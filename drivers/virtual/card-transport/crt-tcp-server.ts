import { createServer, type Server, type Socket } from 'node:net';
import type { CrtDeviceWire, WireEnd } from './crt-device-wire.ts';

/** The machine's serial server: wires come and go on one TCP port of this machine. */
export class CrtTcpServer {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #attach: (end: WireEnd) => CrtDeviceWire;
  #dark = false;

  constructor(attach: (end: WireEnd) => CrtDeviceWire) {
    this.#attach = attach;
    this.#server = createServer({ noDelay: true }, (socket) => this.#serve(socket));
  }

  /** Port 0 takes a free one; rejects when the port is taken. */
  listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  disconnect(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** No power: every link ends, and new ones end at once. */
  goDark(): void {
    this.#dark = true;
    this.disconnect();
  }

  goOn(): void {
    this.#dark = false;
  }

  async close(): Promise<void> {
    this.disconnect();
    if (this.#server.listening) await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #serve(socket: Socket): void {
    // A broken cable ends in `close`; there is nothing more to do about it here.
    socket.on('error', () => socket.destroy());
    if (this.#dark) {
      socket.destroy();
      return;
    }
    this.#sockets.add(socket);
    const wire = this.#attach({
      send: (bytes) => void socket.write(bytes),
      drop: () => socket.destroy(),
    });
    socket.on('data', (bytes: Buffer) => wire.receive(bytes));
    socket.on('close', () => {
      this.#sockets.delete(socket);
      wire.detach();
    });
  }
}
