import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problem } from '../../src/contracts/central/problem.ts';
import { type CentralBench, centralBench } from '../central-bench.ts';

let bench: CentralBench;
beforeAll(async () => {
  bench = await centralBench();
});
afterAll(() => bench.central.close());

/** Bytes in, everything that came back out. */
function raw(bytes: string | Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(bench.url).port), '127.0.0.1', () => socket.end(bytes));
    let answer = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer)).on('error', reject);
  });
}

describe('RFC 9457 problem documents', () => {
  it.each([
    ['an unknown route', 'GET', '/v1/nothing', undefined, 404, 'not-found'],
    ['an unknown method', 'DELETE', '/v1/health', undefined, 404, 'not-found'],
    ['a broken address', 'GET', '/v1/%zz', undefined, 400, 'malformed-request'],
    ['malformed JSON', 'POST', '/v1/tokens', '{"assertion":', 400, 'malformed-json'],
    ['an empty body', 'POST', '/v1/tokens', '', 400, 'malformed-json'],
    ['a wrong field', 'POST', '/v1/tokens', { assertion: 7 }, 400, 'invalid-request'],
    ['a body too large', 'POST', '/v1/tokens', { assertion: 'x'.repeat(1_100_000) }, 413, 'too-large'],
  ])('answer %s', async (_what, method, path, body, status, code) => {
    const answer = await bench.call(method, path, body);
    expect([answer.status, answer.mediaType]).toEqual([status, 'application/problem+json']);
    expect(problem.parse(answer.body)).toMatchObject({ code, status, type: `urn:yikatong:problem:${code}` });
  });

  it('answer another media type and bytes that are no HTTP', async () => {
    const xml = await fetch(`${bench.url}/v1/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body: '<a/>',
    });
    expect([xml.status, (await xml.json()) as object]).toMatchObject([
      415,
      { code: 'unsupported-media-type' },
    ]);
    const answer = await raw('HELLO KIOSK\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('"code":"malformed-request"');
  });

  it('name the field that is wrong and never repeat what was in it', async () => {
    const secret = '460199199001010029';
    const answer = await bench.call('POST', '/v1/bank/pin-checks', {
      accountNumber: `x${secret}`,
      socialSecurityNumber: { number: secret },
      entries: [],
    });
    expect(answer.body.detail).toContain('/accountNumber');
    expect(JSON.stringify(answer.body)).not.toContain(secret);
  });

  it('answer whatever JSON arrives at any route, and the service goes on', async () => {
    const routes = [
      ['POST', '/v1/enrolments'],
      ['POST', '/v1/tokens'],
      ['POST', '/v1/residents/eligibility'],
      ['POST', '/v1/residents/photo-on-file'],
      ['POST', '/v1/sms-codes'],
      ['POST', '/v1/cards/status'],
      ['POST', '/v1/card-keys/external-authentication'],
      ['POST', '/v1/bank/pin-checks'],
      ['POST', '/v1/heartbeats'],
      ['PUT', '/v1/operations/some-key-1'],
    ] as const;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...routes), fc.json(), async ([method, path], body) => {
        const answer = await bench.call(method, path, body);
        expect(answer.status).toBe(400);
        expect(problem.safeParse(answer.body).success).toBe(true);
      }),
      { numRuns: 100 },
    );
    expect((await bench.send('GET', '/v1/health')).status).toBe(200);
  });
});

describe('OpenAPI', () => {
  it('covers every endpoint named in the contracts, with problems and sign-in', async () => {
    const { body } = await bench.send('GET', '/openapi.json');
    const described = Object.entries(body.paths as Record<string, Record<string, Record<string, unknown>>>)
      .filter(([path]) => path.startsWith('/v1/'))
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => {
          expect(Object.keys(operation.responses as object)).toEqual(['200', '4XX']);
          const open = ['/v1/health', '/v1/enrolments', '/v1/tokens'].includes(path);
          expect(operation.security !== undefined, path).toBe(!open);
          return `${method.toUpperCase()} ${path}`;
        }),
      );
    expect(described.sort()).toEqual([
      'GET /v1/configuration/documents/{sha256}',
      'GET /v1/export-key',
      'GET /v1/health',
      'GET /v1/operations/{key}',
      'GET /v1/payments/{key}',
      'POST /v1/bank/pin-checks',
      'POST /v1/card-keys/external-authentication',
      'POST /v1/cards/status',
      'POST /v1/configuration/polls',
      'POST /v1/decommissions',
      'POST /v1/electronic-card-checks',
      'POST /v1/enrolments',
      'POST /v1/heartbeats',
      'POST /v1/operations/{key}/void',
      'POST /v1/personalisations',
      'POST /v1/personalisations/{id}/answers',
      'POST /v1/readiness-reports',
      'POST /v1/receipt-checks',
      'POST /v1/residents/applications',
      'POST /v1/residents/card',
      'POST /v1/residents/contact-data',
      'POST /v1/residents/contribution-records',
      'POST /v1/residents/eligibility',
      'POST /v1/residents/insurance-records',
      'POST /v1/residents/photo-on-file',
      'POST /v1/sms-codes',
      'POST /v1/sms-codes/{challengeId}/verifications',
      'POST /v1/tokens',
      'PUT /v1/operations/{key}',
    ]);
  });

  it('covers every route there is', async () => {
    const { body } = await bench.send('GET', '/openapi.json');
    const described = Object.values(body.paths as Record<string, object>).flatMap(Object.keys);
    const methods = [...bench.central.app.printRoutes({ commonPrefix: false }).matchAll(/\(([A-Z, ]+)\)/g)]
      .flatMap((match) => (match[1] ?? '').split(', '))
      .filter((method) => method !== 'HEAD');
    // It leaves out itself and the two addresses of the console's page.
    expect(described.length).toBe(methods.length - 3);
  });
});

describe('heartbeats', () => {
  it('are answered with the server time, since when it is up and how far it has the audit trail', async () => {
    const answer = await bench.call('POST', '/v1/heartbeats', {
      bootId: 'boot-1',
      version: '0.1.0',
      policy: { id: 'hainan', version: 1 },
      devices: [{ device: 'pin-pad', state: 'online', code: null }],
      outbox: { waiting: 0, oldestSeconds: null, deadLetters: 0 },
      openTransactions: 0,
    });
    const serverTime = '2026-11-22T04:00:00.000Z';
    expect(answer.body).toEqual({ serverTime, upSince: serverTime, auditUpTo: 0 });
  });
});
