import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { encodePicture, PORTRAIT_KEY_BYTES } from '../../id-card/portrait-channel.ts';
import type { VirtualIdCardReader } from './virtual-id-card-reader.ts';

export interface ServeOptions {
  readonly host?: string;
  /** Port of the module's frames; 0 takes a free one. */
  readonly port?: number;
  /** Port of the side channel with decoded pictures; 0 takes a free one. */
  readonly portraitPort?: number;
}

export interface ServedIdCardReader {
  readonly port: number;
  readonly portraitPort: number;
  close(): Promise<void>;
}

/** What listens on one TCP port of this machine. */
export interface ServedPort {
  readonly port: number;
  /** How many kiosks are plugged in. */
  readonly connections: number;
  close(): Promise<void>;
}

/** Puts a virtual reader on TCP: its frames on one port, the decoded pictures on another. Rejects when a port is taken. */
export async function serveVirtualIdCardReader(
  reader: VirtualIdCardReader,
  { host = '127.0.0.1', port = 0, portraitPort = 0 }: ServeOptions = {},
): Promise<ServedIdCardReader> {
  const frames = await listen(host, port, (socket) => serveFrames(reader, socket));
  try {
    const pictures = await listen(host, portraitPort, (socket) => servePicture([reader], socket));
    return {
      port: frames.port,
      portraitPort: pictures.port,
      close: async () => {
        await Promise.all([frames.close(), pictures.close()]);
      },
    };
  } catch (cause) {
    await frames.close();
    throw cause;
  }
}

/** A reader's cable alone; port 0 takes a free one. */
export const serveIdCardFrames = (reader: VirtualIdCardReader, port = 0): Promise<ServedPort> =>
  listen('127.0.0.1', port, (socket) => serveFrames(reader, socket));

/** The decoder of the kiosk, which stays when a reader is changed for another: pictures of cards laid on any of them. */
export const serveIdCardPictures = (readers: readonly VirtualIdCardReader[]): Promise<ServedPort> =>
  listen('127.0.0.1', 0, (socket) => servePicture(readers, socket));

function serveFrames(reader: VirtualIdCardReader, socket: Socket): void {
  socket.setNoDelay(true);
  const wire = reader.wire({ send: (bytes) => void socket.write(bytes), drop: () => socket.destroy() });
  socket.on('data', (bytes: Buffer) => wire.receive(bytes));
  socket.on('close', () => wire.detach());
}

/** One picture for each key of 32 bytes. */
function servePicture(readers: readonly VirtualIdCardReader[], socket: Socket): void {
  let pending = Buffer.alloc(0);
  socket.on('data', (bytes: Buffer) => {
    pending = Buffer.concat([pending, bytes]);
    while (pending.length >= PORTRAIT_KEY_BYTES) {
      const key = pending.subarray(0, PORTRAIT_KEY_BYTES);
      const picture = readers.map((reader) => reader.pictureFor(key)).find((one) => one !== null);
      socket.write(encodePicture(picture ?? null));
      pending = pending.subarray(PORTRAIT_KEY_BYTES);
    }
  });
}

async function listen(host: string, port: number, serve: (socket: Socket) => void): Promise<ServedPort> {
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    // A reset by the kiosk is the end of the wire, nothing more.
    socket.on('error', () => socket.destroy());
    serve(socket);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    get connections() {
      return open.size;
    },
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
