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

/** Puts a virtual reader on TCP: its frames on one port, the decoded pictures on another. Rejects when a port is taken. */
export async function serveVirtualIdCardReader(
  reader: VirtualIdCardReader,
  { host = '127.0.0.1', port = 0, portraitPort = 0 }: ServeOptions = {},
): Promise<ServedIdCardReader> {
  const frames = await listen(host, port, (socket) => serveFrames(reader, socket));
  try {
    const pictures = await listen(host, portraitPort, (socket) => servePicture(reader, socket));
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

function serveFrames(reader: VirtualIdCardReader, socket: Socket): void {
  socket.setNoDelay(true);
  const wire = reader.wire({ send: (bytes) => void socket.write(bytes), drop: () => socket.destroy() });
  socket.on('data', (bytes: Buffer) => wire.receive(bytes));
  socket.on('close', () => wire.detach());
}

/** One picture for each key of 32 bytes. */
function servePicture(reader: VirtualIdCardReader, socket: Socket): void {
  let pending = Buffer.alloc(0);
  socket.on('data', (bytes: Buffer) => {
    pending = Buffer.concat([pending, bytes]);
    while (pending.length >= PORTRAIT_KEY_BYTES) {
      socket.write(encodePicture(reader.pictureFor(pending.subarray(0, PORTRAIT_KEY_BYTES))));
      pending = pending.subarray(PORTRAIT_KEY_BYTES);
    }
  });
}

async function listen(host: string, port: number, serve: (socket: Socket) => void) {
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
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
