import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A program that answers the kiosk as quickly as Node can and keeps nothing: what the kiosk's own half of a drain
 * costs. `PUT /poison` brings a JSON array of keys whose connection breaks each time.
 */
const arrivals = new Set<string>();
const poisoned = new Set<string>();

function answerTo(method: string, path: string, body: string): object {
  if (path === '/v1/enrolments') return { kioskId: 'kiosk-bench' };
  if (path === '/v1/tokens') return { accessToken: 'bench', expiresInSeconds: 3_600 };
  if (path === '/v1/heartbeats') return { serverTime: new Date().toISOString() };
  if (path === '/arrivals') return [...arrivals];
  if (path === '/poison') {
    for (const key of JSON.parse(body)) poisoned.add(String(key));
    return {};
  }
  if (method === 'GET') return { state: 'never-received' };
  const operation = JSON.parse(body);
  const { kind } = operation;
  if (kind !== 'audit.append') arrivals.add(path.slice('/v1/operations/'.length));
  switch (kind) {
    case 'application.submit':
      return { state: 'done', result: { kind, applicationNumber: 'A-1', readyBy: '2027-01-01' } };
    case 'certification.submit':
      return { state: 'done', result: { kind, validUntil: '2027-01-01' } };
    case 'audit.append':
      return { state: 'done', result: { kind, upTo: operation.records.at(-1).sequence } };
    default:
      throw new Error(`no answer to ${kind}`);
  }
}

const server = createServer((request, response) => {
  const { method = '', url: path = '' } = request;
  if (poisoned.has(path.slice('/v1/operations/'.length))) {
    request.socket.destroy();
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = answerTo(method, path, Buffer.concat(chunks).toString());
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ address: `http://127.0.0.1:${port}` })}\n`);
});
