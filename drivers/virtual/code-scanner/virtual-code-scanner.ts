import { createServer, type Server, type Socket } from 'node:net';

/** What can be wrong with the virtual scanner. The dev dock lists these; each stays until it is mended. */
export const CODE_SCANNER_FAULTS = [
  /** Reads and sends nothing. */
  'mute',
  /** Control bytes in the middle of the code, as at a wrong baud rate. */
  'garbage',
  /** The first half of the code, without an end. */
  'half-line',
  /** The first half of the code, then the cable is out. */
  'link-lost',
] as const;

export type CodeScannerFault = (typeof CODE_SCANNER_FAULTS)[number];

export interface VirtualCodeScannerOptions {
  /** 0 or absent picks a free port on 127.0.0.1. */
  readonly port?: number;
  /** What it sends after a code; scanners are set up with a code of their own to do so. */
  readonly end?: '\r' | '\n' | '\r\n';
}

/** A scanner on TCP, as behind a serial server: hold a code to it and it sends a line. */
export class VirtualCodeScanner {
  readonly port: number;
  readonly #server: Server;
  readonly #end: string;
  readonly #sockets = new Set<Socket>();
  readonly #faults = new Set<CodeScannerFault>();
  readonly #listeners = new Set<() => void>();

  private constructor(server: Server, port: number, end: string) {
    this.#server = server;
    this.port = port;
    this.#end = end;
    server.on('connection', (socket) => this.#serve(socket));
  }

  /** Listens on 127.0.0.1; rejects when the port is taken. */
  static async start({ port = 0, end = '\r' }: VirtualCodeScannerOptions = {}): Promise<VirtualCodeScanner> {
    const server = createServer({ noDelay: true });
    return new VirtualCodeScanner(server, await listen(server, port), end);
  }

  /** The address for a transport. */
  get uri(): string {
    return `tcp://127.0.0.1:${this.port}`;
  }

  get faults(): readonly CodeScannerFault[] {
    return [...this.#faults];
  }

  /** How many kiosks are plugged in. */
  get connections(): number {
    return this.#sockets.size;
  }

  /** Somebody holds a code to the window. */
  scanCode(text: string): void {
    if (this.#faults.has('mute')) return;
    const half = text.slice(0, Math.ceil(text.length / 2));
    if (this.#faults.has('garbage')) this.#send(`${half}\u0000\u0007${text.slice(half.length)}${this.#end}`);
    else if (this.#faults.has('half-line')) this.#send(half);
    else if (this.#faults.has('link-lost')) {
      this.#send(half);
      this.#unplug();
    } else this.#send(`${text}${this.#end}`);
  }

  /** Something breaks. */
  setFault(fault: CodeScannerFault): void {
    this.#faults.add(fault);
  }

  /** One thing, or everything, is mended. */
  mend(fault?: CodeScannerFault): void {
    if (fault) this.#faults.delete(fault);
    else this.#faults.clear();
  }

  /** Called when a kiosk is plugged in or out. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    // A broken cable ends in `close`; there is nothing more to do about it here.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.#changed();
    });
    socket.resume();
    this.#changed();
  }

  #send(text: string): void {
    for (const socket of this.#sockets) if (socket.writable) socket.write(text);
  }

  #unplug(): void {
    for (const socket of this.#sockets) socket.end(() => socket.destroy());
    this.#sockets.clear();
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
