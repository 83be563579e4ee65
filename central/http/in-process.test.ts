import { generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayInShanghai } from '../../src/calendar/calendar-day.ts';
import { REFERENCE_PERSONALISATION_KEY } from '../../src/card-keys/personalisation-keys.ts';
import { REFERENCE_MASTER_KEY } from '../../src/card-keys/reference-key-scheme.ts';
import { ASSERTION_AUDIENCE } from '../../src/contracts/central/enrolment.ts';
import { fictitiousResident } from '../../src/fictitious-residents/residents.ts';
import { activation, application, identityOf } from '../bench-operations.ts';
import { benchPolicies } from '../bench-policies.ts';
import { type Central, createCentral } from '../central.ts';
import { BENCH_NOW, BENCH_PIN_KEY } from '../central-bench.ts';
import type { CentralOptions } from '../central-options.ts';
import { openDatabase } from '../database/dialect.ts';
import { migrate } from '../database/migrations.ts';
import type { Queries } from '../database/tables.ts';
import { composeServices } from '../services.ts';
import { answersInProcess, type RawAnswer, type RawRequest } from './in-process.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { RouteTable } from './route-table.ts';

/** The same bytes in the same order for both. */
function counting() {
  let drawn = 0;
  const next = (): number => {
    drawn += 37;
    return drawn & 0xff;
  };
  return { bytes: (length: number) => Uint8Array.from({ length }, next) };
}

const options = (): CentralOptions => ({
  databasePath: ':memory:',
  serviceKey: Buffer.alloc(32, 7),
  clock: { now: () => BENCH_NOW },
  entropy: counting(),
  pinKeys: { PINKEY: BENCH_PIN_KEY },
  cardMasterKey: Buffer.from(REFERENCE_MASTER_KEY, 'hex'),
  blankMasterKey: Buffer.from(REFERENCE_PERSONALISATION_KEY, 'hex'),
  ...benchPolicies(),
  dev: { drawPortrait: null },
  log: { write: () => undefined },
});

let overHttp: Central;
let queries: Queries;
let inProcess: (request: RawRequest) => Promise<RawAnswer>;
const failures: unknown[] = [];

beforeAll(async () => {
  overHttp = await createCentral(options());
  queries = openDatabase(':memory:');
  await migrate(queries);
  const services = await composeServices(queries, options());
  const table = new RouteTable();
  services.addRoutes(table.app);
  inProcess = answersInProcess(table, services.around, oneAtATime(), (error) => failures.push(error));
});
afterAll(async () => {
  await overHttp.close();
  await queries.destroy();
});

/** Of no record: the archive only notes that the chain is broken. */
const HASH = 'a'.repeat(64);
const json = { 'content-type': 'application/json' };
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const { x = '' } = publicKey.export({ format: 'jwk' });
const resident = (id: string) => {
  const found = fictitiousResident(dayInShanghai(BENCH_NOW), id);
  if (!found) throw new Error(`no resident ${id}`);
  return found;
};

/** Asks both ways; what both say, or a red test. */
async function both(
  method: string,
  target: string,
  body: string | object | null = null,
  headers: Readonly<Record<string, string>> = body === null ? {} : json,
): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> {
  const text = body === null || typeof body === 'string' ? body : JSON.stringify(body);
  const http = await overHttp.app.inject({
    method: method as 'GET',
    url: target,
    headers,
    ...(text !== null && { payload: text }),
  });
  const here = await inProcess({ method, target, headers, body: text });
  expect(here).toEqual({ status: http.statusCode, text: http.body });
  return { status: here.status, body: JSON.parse(here.text) as Record<string, unknown> };
}

async function signedIn(): Promise<Record<string, string>> {
  const { body } = await both('POST', '/dev/enrolment-codes');
  const enrolment = { code: body.code, name: 'k', publicKey: { kty: 'OKP', crv: 'Ed25519', x } };
  const kioskId = String((await both('POST', '/v1/enrolments', enrolment)).body.kioskId);
  const issuedAt = BENCH_NOW / 1000;
  const assertion = await new SignJWT()
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuer(kioskId)
    .setSubject(kioskId)
    .setAudience(ASSERTION_AUDIENCE)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + 55)
    .setJti(`${kioskId} once`)
    .sign(privateKey);
  const signed = await both('POST', '/v1/tokens', { assertion });
  expect((await both('POST', '/v1/tokens', { assertion })).status).toBe(401);
  return { ...json, authorization: `Bearer ${String(signed.body.accessToken)}` };
}

describe('the service without HTTP', () => {
  it('answers a kiosk’s morning as the HTTP server does, word for word', async () => {
    const headers = await signedIn();
    const { authorization = '' } = headers;
    const asKiosk = (method: string, target: string, body: object | null = null) =>
      both(method, target, body, body === null ? { authorization } : headers);
    const plain = resident('apply-plain-1');
    const holder = resident('activate-3.0');
    expect((await asKiosk('GET', '/v1/health')).status).toBe(200);
    expect(
      (await asKiosk('POST', '/v1/residents/eligibility', { identity: identityOf(plain) })).body,
    ).toMatchObject({ decision: 'eligible' });
    const { socialSecurityNumber } = holder;
    expect((await asKiosk('POST', '/v1/residents/card', { socialSecurityNumber })).status).toBe(200);
    const applied = await asKiosk('PUT', '/v1/operations/key-of-application', application(plain));
    expect(applied.body).toMatchObject({ state: 'done' });
    await asKiosk('PUT', '/v1/operations/key-of-application', application(plain));
    const reused = await asKiosk('PUT', '/v1/operations/key-of-application', activation(holder));
    expect(reused).toMatchObject({ status: 409, body: { code: 'key-reused' } });
    expect((await asKiosk('PUT', '/v1/operations/key-of-activation', activation(holder))).body).toMatchObject(
      {
        state: 'done',
      },
    );
    const fee = {
      kind: 'payment.create',
      receiptReference: 'YKT-1',
      socialSecurityNumber,
      items: [{ what: 'card', fen: 2500 }],
      amountFen: 2500,
      expiresAfterSeconds: 300,
    };
    expect((await asKiosk('PUT', '/v1/operations/key-of-order', fee)).body).toMatchObject({ state: 'done' });
    expect((await asKiosk('GET', '/v1/payments/key-of-order')).body).toMatchObject({ state: 'open' });
    expect((await asKiosk('GET', '/v1/operations/key-nobody-sent')).body).toEqual({
      state: 'never-received',
    });
    expect((await asKiosk('POST', '/v1/operations/key-nobody-sent/void')).body).toEqual({ state: 'void' });
    const { mobile } = plain;
    expect((await asKiosk('POST', '/v1/sms-codes', { mobile, purpose: 'application' })).status).toBe(200);
    expect((await asKiosk('POST', '/v1/sms-codes', { mobile, purpose: 'application' })).status).toBe(429);
    expect((await asKiosk('GET', '/dev/operations?key=key-of-order')).status).toBe(200);
  });

  it('refuses what the HTTP server refuses, with the same words', async () => {
    const headers = await signedIn();
    const refused = async (code: string, ...asked: Parameters<typeof both>) =>
      expect((await both(...asked)).body).toMatchObject({ code });
    await refused('not-found', 'GET', '/v1/nothing-here');
    await refused('not-found', 'PUT', '/v1/health');
    await refused('not-found', 'GET', `/v1/operations/${'k'.repeat(101)}`, null, headers);
    await refused('malformed-request', 'GET', '/v1/operations/%', null, headers);
    await refused('unauthorised', 'GET', '/v1/operations/some-other-key');
    await refused('unauthorised', 'PUT', '/v1/operations/some-other-key', '{', json);
    await refused('invalid-request', 'GET', '/v1/operations/short', null, headers);
    await refused(
      'invalid-request',
      'PUT',
      '/v1/operations/some-other-key',
      { kind: 'loss.report' },
      headers,
    );
    await refused('invalid-request', 'POST', '/v1/residents/card', null, {
      authorization: headers.authorization ?? '',
    });
    await refused('invalid-request', 'GET', '/dev/operations?receivedSince=yesterday');
    await refused('malformed-json', 'PUT', '/v1/operations/some-other-key', '{"kind":', headers);
    await refused('malformed-json', 'POST', '/v1/operations/some-other-key/void', null, headers);
    await refused('unsupported-media-type', 'POST', '/v1/residents/card', 'a=b', {
      ...headers,
      'content-type': 'application/x-www-form-urlencoded',
    });
    await refused('too-large', 'POST', '/v1/residents/card', `"${'x'.repeat(1024 * 1024)}"`, headers);
  });

  it('INV-4 takes one request after the other, however many come at once', async () => {
    const headers = await signedIn();
    const body = JSON.stringify(application(resident('apply-plain-2')));
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        inProcess({ method: 'PUT', target: '/v1/operations/key-of-twenty', headers, body }),
      ),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await queries.selectFrom('application').selectAll().execute()).toContainEqual(
      expect.objectContaining({ receipt_reference: 'YKT-BENCH-1' }),
    );
    expect(failures).toEqual([]);
  });

  it('says internal, and tells why, where something is broken', async () => {
    const services = await composeServices(queries, { ...options(), dev: null });
    const table = new RouteTable();
    services.addRoutes(table.app);
    const broken: unknown[] = [];
    const around = {
      ...services.around,
      admit: () => Promise.resolve('kiosk'),
      prepare: () => Promise.reject(new RangeError('the disk is gone')),
    };
    const answer = answersInProcess(table, around, oneAtATime(), (error) => broken.push(error));
    const asked = { method: 'GET', target: '/v1/operations/some-other-key', headers: {}, body: null };
    expect((await answer(asked)).status).toBe(500);
    expect(broken).toEqual([new RangeError('the disk is gone')]);
  });

  it('LOSS-2 brings cards up to the day for whoever asks about one, and for no audit trail or heartbeat', async () => {
    const services = await composeServices(queries, { ...options(), dev: null });
    const table = new RouteTable();
    services.addRoutes(table.app);
    const done: string[] = [];
    const around = {
      admit: () => Promise.resolve('kiosk'),
      prepare: async () => void done.push('prepared'),
      finish: async () => void done.push('finished'),
    };
    const answer = answersInProcess(table, around, oneAtATime(), (error) => failures.push(error));
    const put = (body: object) =>
      answer({
        method: 'PUT',
        target: '/v1/operations/key-of-the-day',
        headers: json,
        body: JSON.stringify(body),
      });
    const record = {
      sequence: 1,
      at: '2026-11-22T04:00:00.000Z',
      event: 'kiosk-started',
      detail: {},
      hash: HASH,
    };
    expect((await put({ kind: 'audit.append', records: [record] })).status).toBe(200);
    await answer({ method: 'GET', target: '/v1/health', headers: {}, body: null });
    expect(done).toEqual([]);
    expect((await put(application(resident('apply-plain-3')))).status).toBe(409);
    expect(done).toEqual(['prepared', 'finished']);
  });
});
