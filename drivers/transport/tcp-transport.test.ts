import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeviceTrouble } from '../../src/ports/device-status.ts';
import { ManualTimers } from '../virtual/manual-timers.ts';
import { TcpTransport } from './tcp-transport.ts';

let server: Server;
let transport: TcpTransport;

beforeEach(async () => {
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  transport = new TcpTransport('127.0.0.1', (server.address() as AddressInfo).port, new ManualTimers());
});

afterEach(async () => {
  await transport.close();
  server.close();
});

const connected = async (): Promise<Socket> => {
  const arriving = once(server, 'connection');
  expect(await transport.open()).toEqual({ ok: true, value: undefined });
  return (await arriving)[0] as Socket;
};

it('carries bytes both ways', async () => {
  const device = await connected();
  device.on('data', (bytes) => device.write(Buffer.from(bytes).reverse()));
  const answer = new Promise<Uint8Array>((resolve) => transport.onData(resolve));
  expect((await transport.write(Uint8Array.of(1, 2, 3))).ok).toBe(true);
  expect([...(await answer)]).toEqual([3, 2, 1]);
});

it('opens once, however often it is asked', async () => {
  const connections: Socket[] = [];
  server.on('connection', (socket) => connections.push(socket));
  const first = once(server, 'connection');
  await Promise.all([transport.open(), transport.open()]);
  await transport.open();
  await first;
  expect(connections).toHaveLength(1);
});

it('tells that the other side ended, refuses to write, and opens again', async () => {
  const device = await connected();
  const lost = new Promise<DeviceTrouble>((resolve) => transport.onClose(resolve));
  device.end();
  expect((await lost).code).toBe('link-lost');
  expect(await transport.write(Uint8Array.of(1))).toMatchObject({ ok: false, error: { code: 'link-lost' } });
  await connected();
  expect((await transport.write(Uint8Array.of(1))).ok).toBe(true);
});

it('says nothing when we close it ourselves', async () => {
  const device = await connected();
  let told = false;
  transport.onClose(() => {
    told = true;
  });
  const gone = once(device, 'close');
  device.resume();
  await transport.close();
  await gone;
  expect(told).toBe(false);
});

it('names a refused connection', async () => {
  server.close();
  await once(server, 'close');
  expect(await transport.open()).toMatchObject({ ok: false, error: { code: 'connection-refused' } });
});
