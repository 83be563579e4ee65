import { TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CentralBench, centralBench } from '../central-bench.ts';
import { askConsole, type BenchOperator, benchOperator, cookieOf } from '../console-bench.ts';

let bench: CentralBench;
let administrator: BenchOperator;
beforeAll(async () => {
  bench = await centralBench();
  administrator = await benchOperator(bench, ['administrator']);
});
// Waits at the door are over, and the budget of this address is whole again.
beforeEach(() => bench.advance(120));
afterAll(() => bench.central.close());

const post = (path: string, body: unknown, headers = {}) =>
  askConsole(bench, path, { method: 'POST', body, headers });
const signIn = (login: string, password: string, code: string) => post('sign-in', { login, password, code });
const isSignedIn = async (cookie: string) =>
  (await askConsole(bench, 'me', { headers: { cookie } })).status === 200;

describe('signing in', () => {
  it('takes login, password and a code that opens once', async () => {
    const { login, password, ...operator } = await benchOperator(bench, ['viewer']);
    const code = operator.code();
    const answer = await signIn(login.toUpperCase(), password, code);
    expect(answer.body).toMatchObject({
      operatorId: operator.operatorId,
      roles: ['viewer'],
      idleSeconds: 900,
    });
    expect(await isSignedIn(cookieOf(answer))).toBe(true);
    const again = await signIn(login, password, code);
    expect([again.status, again.body.code]).toEqual([401, 'sign-in-refused']);
    bench.advance(30);
    expect((await signIn(login, password, operator.code())).status).toBe(200);
  });

  it('one code opens one of many tries that arrive together', async () => {
    const { login, password, ...operator } = await benchOperator(bench, ['viewer']);
    const code = operator.code();
    const tries = await Promise.all([1, 2, 3].map(() => signIn(login, password, code)));
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
  });

  it('gives one answer to an unknown login, a wrong password, a wrong code and a closed account', async () => {
    const { login, password, operatorId, ...operator } = await benchOperator(bench, ['viewer']);
    const answers = [
      await signIn('nobody-here', password, operator.code()),
      await signIn(login, 'another-long-password', operator.code()),
      await signIn(login, password, operator.code() === '000000' ? '000001' : '000000'),
    ];
    await administrator.ask('PUT', `operators/${operatorId}/state`, { disabled: true });
    bench.advance(60);
    answers.push(await signIn(login, password, operator.code()));
    for (const { status, body } of answers) expect([status, body]).toEqual([401, answers[0]?.body]);
  });

  it('makes whoever tries in vain wait, and says for how long', async () => {
    const { login } = await benchOperator(bench, ['viewer']);
    for (let time = 0; time < 3; time += 1) await signIn(login, 'wrong-wrong-wrong', '000000');
    const waiting = await signIn(login, 'wrong-wrong-wrong', '000000');
    expect([waiting.status, waiting.headers.get('retry-after')]).toEqual([429, '2']);
  });

  it('is asked from a page of the console alone', async () => {
    const body = { login: 'x', password: 'x', code: '000000' };
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: null, 'sec-fetch-site': null },
    ]) {
      const refused = await askConsole(bench, 'sign-in', { method: 'POST', body, headers });
      expect([refused.status, refused.body.code]).toEqual([403, 'not-from-this-page']);
    }
  });
});

describe('a session', () => {
  it('ends after a quarter of an hour without anybody doing anything', async () => {
    const operator = await benchOperator(bench, ['viewer']);
    for (let time = 0; time < 3; time += 1) {
      bench.advance(14 * 60);
      expect((await operator.ask('GET', 'me')).status).toBe(200);
    }
    bench.advance(15 * 60);
    expect((await operator.ask('GET', 'me')).status).toBe(401);
  });

  it('is not kept up by what a page asks by itself', async () => {
    const { session } = await benchOperator(bench, ['viewer']);
    const headers = { cookie: session.cookie, 'x-console-refresh': '1' };
    bench.advance(14 * 60);
    expect((await askConsole(bench, 'me', { headers })).status).toBe(200);
    bench.advance(60);
    expect((await askConsole(bench, 'me', { headers })).status).toBe(401);
  });

  it('ends after eight hours whatever is done', async () => {
    const operator = await benchOperator(bench, ['viewer']);
    const { endsAt } = (await operator.ask('GET', 'me')).body;
    expect(Date.parse(String(endsAt)) - bench.now()).toBe(8 * 3600 * 1000);
    for (let minutes = 0; minutes < 8 * 60 - 10; minutes += 10) {
      bench.advance(10 * 60);
      expect((await operator.ask('GET', 'me')).status).toBe(200);
    }
    bench.advance(10 * 60);
    expect((await operator.ask('GET', 'me')).status).toBe(401);
  });

  it('ends with signing out, with a change of roles, with the account, and when an administrator ends it', async () => {
    const ends: Record<string, (operator: BenchOperator) => Promise<unknown>> = {
      'sign-out': (operator) => operator.ask('POST', 'sign-out', {}),
      roles: ({ operatorId }) =>
        administrator.ask('PUT', `operators/${operatorId}/roles`, { roles: ['fleet'] }),
      state: ({ operatorId }) =>
        administrator.ask('PUT', `operators/${operatorId}/state`, { disabled: true }),
      sessions: ({ operatorId }) => administrator.ask('DELETE', `operators/${operatorId}/sessions`),
      invitations: ({ operatorId }) => administrator.ask('POST', `operators/${operatorId}/invitations`),
    };
    bench.advance(60);
    administrator = await benchOperator(bench, ['administrator']);
    for (const [way, end] of Object.entries(ends)) {
      const operator = await benchOperator(bench, ['viewer']);
      expect((await operator.ask('GET', 'me')).status).toBe(200);
      await end(operator);
      expect((await operator.ask('GET', 'me')).status, way).toBe(401);
    }
  });

  it('is a random token that the table has only a hash of, in a cookie no script and no other site can use', async () => {
    const { login, password, ...operator } = await benchOperator(bench, ['viewer']);
    const answer = await signIn(login, password, operator.code());
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^console=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    await using production = await centralBench({ dev: false });
    const invited = await production.central.inviteOperator({ login: 'chen', name: '陈', roles: ['viewer'] });
    const invitation = invited.ok ? invited.value.invitation?.invitation : '';
    const ask = (path: string, body: object) => askConsole(production, path, { method: 'POST', body });
    const { secret } = (await ask('invitations/looks', { invitation })).body;
    const code = new TOTP({ secret: String(secret) }).generate({ timestamp: production.now() });
    const accepted = await ask('invitations/acceptances', { invitation, password, code });
    const [secure = ''] = accepted.headers.getSetCookie();
    expect(secure).toMatch(/^__Host-console=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  });

  it('gives nobody else’s away: whoever signs in at the same browser ends the one before', async () => {
    const first = await benchOperator(bench, ['viewer']);
    const second = await benchOperator(bench, ['viewer']);
    const body = { login: second.login, password: second.password, code: second.code() };
    const answer = await post('sign-in', body, { cookie: first.session.cookie });
    expect(answer.status).toBe(200);
    expect((await first.ask('GET', 'me')).status).toBe(401);
  });
});
