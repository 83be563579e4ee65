import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A cable between kiosk and centre that can be cut: a TCP relay on loopback. */
export class NetworkLink {
  readonly #server: Server;
  readonly #targetPort: number;
  readonly #sockets = new Set<Socket>();
  #up = true;

  private constructor(server: Server, targetPort: number) {
    this.#server = server;
    this.#targetPort = targetPort;
    server.on('connection', (socket) => this.#relay(socket));
  }

  static async start(targetPort: number): Promise<NetworkLink> {
    const server = createServer({ noDelay: true });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    return new NetworkLink(server, targetPort);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get up(): boolean {
    return this.#up;
  }

  /** Every connection breaks at once and none comes up again. */
  cut(): void {
    this.#up = false;
    for (const socket of this.#sockets) socket.destroy();
  }

  restore(): void {
    this.#up = true;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #relay(near: Socket): void {
    if (!this.#up) {
      near.destroy();
      return;
    }
    const far = connect(this.#targetPort, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(one);
      one.pipe(other);
      // A cut cable shows as an error on either end; both ends then go.
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.#sockets.delete(one);
        other.destroy();
      });
    }
  }
}
