import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { ModelCentral } from './sync/model-central.ts';

const CHILD = fileURLToPath(new URL('crash-child.ts', import.meta.url));

/** The model behind a real socket. */
export async function listening(central: ModelCentral, servers: Server[]): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks).toString();
    const answer = await central.fetch(`http://model${request.url}`, {
      method: request.method ?? 'GET',
      headers: { authorization: request.headers.authorization ?? '' },
      ...(body ? { body } : {}),
    });
    response.writeHead(answer.status, { 'content-type': 'application/json', connection: 'close' });
    response.end(await answer.text());
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A core in a process of its own: how it ended, and what it had told the resident by then. */
export function runCore(
  ...parameters: string[]
): Promise<{ signal: string | null; code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CHILD, ...parameters], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on('close', (code, signal) => resolve({ signal, code, said }));
  });
}
