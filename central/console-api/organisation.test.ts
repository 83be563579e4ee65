import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CentralBench, centralBench } from '../central-bench.ts';
import { askConsole, type BenchOperator, benchOperator, cookieOf } from '../console-bench.ts';
import { type TestOrganisation, testOrganisation } from '../operators/test-organisation.ts';

const folder = mkdtempSync(join(tmpdir(), 'console-organisation-'));
let organisation: TestOrganisation;
let bench: CentralBench;
let second: CentralBench;
let administrator: BenchOperator;
beforeAll(async () => {
  // The provider says on every occasion that it is set up for tests.
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.spyOn(console, 'info').mockReturnValue();
  organisation = await testOrganisation();
  const options = {
    desk: { organisation: organisation.settings, trustedProxies: [] },
    databasePath: join(folder, 'central.sqlite'),
  };
  bench = await centralBench(options);
  second = await centralBench(options);
});
beforeEach(async () => {
  bench.advance(120);
  second.advance(120);
  administrator = await benchOperator(bench, ['administrator']);
});
afterAll(async () => {
  await bench.central.close();
  await second.central.close();
  await organisation.close();
  rmSync(folder, { recursive: true, force: true });
});

const invite = async (login: string, subject: string) => {
  const body = { login, name: '林', roles: ['viewer'], organisationSubject: subject };
  return (await administrator.ask('POST', 'operators', body)).body;
};
/** Sent away to the organisation, signed in there, and on the way back. */
async function sentBack(subject: string) {
  const start = await askConsole(bench, 'organisation/start', { headers: { 'sec-fetch-site': 'none' } });
  expect(start.status).toBe(302);
  const query = await organisation.signIn(start.headers.get('location') ?? '', subject);
  return { query, cookie: cookieOf(start) };
}
const callback = (where: CentralBench, query: string, cookie: string) =>
  askConsole(where, `organisation/callback${query}`, { headers: { cookie, 'sec-fetch-site': 'cross-site' } });
const place = (answer: { headers: Headers }) => answer.headers.get('location');
const sessionOf = (answer: { headers: Headers }) =>
  answer.headers.getSetCookie().find((cookie) => /^console=/.test(cookie)) ?? '';

describe('signing in at the organisation', () => {
  it('opens the account an administrator made, in whichever process it ends', async () => {
    const { operatorId, invitation } = await invite('lin.bo', 'lin');
    expect(invitation).toBeNull();
    const { query, cookie } = await sentBack('lin');
    const answer = await callback(second, query, cookie);
    expect(place(answer)).toBe('/console/');
    const headers = { cookie: sessionOf(answer).split(';')[0] ?? '' };
    expect((await askConsole(bench, 'me', { headers })).body).toMatchObject({ operatorId, login: 'lin.bo' });
    expect(sessionOf(answer)).toContain('HttpOnly; SameSite=Strict');
    expect((await askConsole(bench, 'sign-in')).body).toEqual({ local: true, organisation: true });
  });

  it('lets nobody in who has no account, or whose account is disabled', async () => {
    const stranger = await sentBack('somebody-else');
    const refused = await callback(bench, stranger.query, stranger.cookie);
    expect([place(refused), sessionOf(refused)]).toEqual(['/console/?sign-in=refused', '']);
    const { operatorId } = await invite('gone', 'gone');
    await administrator.ask('PUT', `operators/${String(operatorId)}/state`, { disabled: true });
    const { query, cookie } = await sentBack('gone');
    expect(place(await callback(bench, query, cookie))).toBe('/console/?sign-in=refused');
  });

  it('opens once, in the browser that began it, within ten minutes', async () => {
    await invite('once', 'once');
    const { query, cookie } = await sentBack('once');
    const elsewhere = await sentBack('once');
    for (const other of ['', 'console-oidc=of-another', elsewhere.cookie]) {
      const answer = await callback(bench, query, other);
      expect([place(answer), sessionOf(answer)]).toEqual(['/console/?sign-in=refused', '']);
    }
    expect(place(await callback(bench, query, cookie))).toBe('/console/');
    expect(place(await callback(bench, query, cookie))).toBe('/console/?sign-in=refused');
    const late = await sentBack('once');
    bench.advance(600);
    expect(place(await callback(bench, late.query, late.cookie))).toBe('/console/?sign-in=refused');
  });

  it('takes no code of another flow, and none that was never given', async () => {
    await invite('mixed', 'mixed');
    const first = await sentBack('mixed');
    const other = await sentBack('mixed');
    const stolen = new URLSearchParams(first.query);
    stolen.set('code', new URLSearchParams(other.query).get('code') ?? '');
    expect(place(await callback(bench, `?${stolen}`, first.cookie))).toBe('/console/?sign-in=refused');
    const forged = new URLSearchParams(other.query);
    forged.set('code', 'made-up');
    expect(place(await callback(bench, `?${forged}`, other.cookie))).toBe('/console/?sign-in=refused');
    const denied = await sentBack('mixed');
    const state = new URLSearchParams(denied.query).get('state') ?? '';
    const answer = await callback(bench, `?error=access_denied&state=${state}`, denied.cookie);
    expect(place(answer)).toBe('/console/?sign-in=refused');
  });

  it('such an account has no password: nobody signs in with one, and none can be reset', async () => {
    const { operatorId } = await invite('only.there', 'only-there');
    const reset = await administrator.ask('POST', `operators/${String(operatorId)}/invitations`);
    expect(reset.body.code).toBe('signs-in-elsewhere');
    const body = { login: 'only.there', password: 'harbour-lantern-seventeen', code: '000000' };
    expect((await askConsole(bench, 'sign-in', { method: 'POST', body })).status).toBe(401);
  });

  it('says so when the organisation is not there, and when there is none', async () => {
    const nobody = { ...organisation.settings, issuer: 'http://127.0.0.1:1' };
    await using lonely = await centralBench({ desk: { organisation: nobody, trustedProxies: [] } });
    expect(place(await askConsole(lonely, 'organisation/start'))).toBe('/console/?sign-in=unreachable');
    await using local = await centralBench();
    for (const path of ['organisation/start', 'organisation/callback'])
      expect((await askConsole(local, path)).body.code).toBe('no-organisation');
    expect((await askConsole(local, 'sign-in')).body).toEqual({ local: true, organisation: false });
  });
});
