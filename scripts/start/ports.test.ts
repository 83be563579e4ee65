import { type AddressInfo, createServer } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { holderOf, isFree } from './ports.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function taken(): Promise<number> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

it('a taken port is told with the process that holds it', async () => {
  const port = await taken();
  expect(await isFree(port)).toBe(false);
  if (process.platform === 'linux') {
    expect(holderOf(port)).toMatchObject({ pid: process.pid, command: expect.stringContaining('node') });
  }
});

it('a free port is free, and nobody holds it', async () => {
  const port = await taken();
  await new Promise((resolve) => servers.pop()?.close(resolve));
  expect(await isFree(port)).toBe(true);
  expect(holderOf(port)).toBeNull();
});
