import { TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CentralBench, centralBench } from '../central-bench.ts';
import { askConsole, type BenchOperator, benchOperator, cookieOf } from '../console-bench.ts';

let bench: CentralBench;
let administrator: BenchOperator;
beforeAll(async () => {
  bench = await centralBench();
});
beforeEach(async () => {
  bench.advance(120);
  administrator = await benchOperator(bench, ['administrator']);
});
afterAll(() => bench.central.close());

const PASSWORD = 'a-long-winter-by-the-sea';
const post = (path: string, body: unknown) => askConsole(bench, path, { method: 'POST', body });
const invite = (login: string, more = {}) =>
  administrator.ask('POST', 'operators', {
    login,
    name: '王',
    roles: ['viewer'],
    organisationSubject: null,
    ...more,
  });
const codeOf = (secret: unknown) => new TOTP({ secret: String(secret) }).generate({ timestamp: bench.now() });
const acts = async (query = '') =>
  (await administrator.ask('GET', `acts${query}`)).body.acts as { act: string }[];

describe('an invitation', () => {
  it('sets password and authenticator once, and signs in', async () => {
    const { operatorId, invitation } = (await invite('wang.wei')).body;
    const seen = (await post('invitations/looks', { invitation })).body;
    expect(seen).toMatchObject({ login: 'wang.wei', name: '王' });
    const body = { invitation, password: PASSWORD, code: codeOf(seen.secret) };
    const accepted = await post('invitations/acceptances', body);
    expect(accepted.body).toMatchObject({ operatorId, roles: ['viewer'] });
    expect((await askConsole(bench, 'me', { headers: { cookie: cookieOf(accepted) } })).status).toBe(200);
    for (const path of ['invitations/looks', 'invitations/acceptances']) {
      const again = await post(path, path.endsWith('looks') ? { invitation } : body);
      expect([again.status, again.body.code]).toEqual([403, 'invitation-invalid']);
    }
    const replayed = await post('sign-in', { login: 'wang.wei', password: PASSWORD, code: body.code });
    expect(replayed.status).toBe(401);
    bench.advance(30);
    const signedIn = await post('sign-in', {
      login: 'wang.wei',
      password: PASSWORD,
      code: codeOf(seen.secret),
    });
    expect(signedIn.status).toBe(200);
  });

  it('shows a new secret at each look: one that was seen before opens nothing', async () => {
    const { invitation } = (await invite('li.wei')).body;
    const first = (await post('invitations/looks', { invitation })).body;
    const second = (await post('invitations/looks', { invitation: String(invitation).toLowerCase() })).body;
    expect(second.secret).not.toBe(first.secret);
    const accept = (secret: unknown) =>
      post('invitations/acceptances', { invitation, password: PASSWORD, code: codeOf(secret) });
    expect((await accept(first.secret)).body.code).toBe('code-wrong');
    expect((await accept(second.secret)).status).toBe(200);
  });

  it('is not used up by an easy password, and is over after three days', async () => {
    const { invitation } = (await invite('zhao.wei')).body;
    const { secret } = (await post('invitations/looks', { invitation })).body;
    const accept = (password: string) =>
      post('invitations/acceptances', { invitation, password, code: codeOf(secret) });
    expect((await accept('zhao12345678')).body.code).toBe('password-too-easy');
    expect((await accept('too short')).body.code).toBe('invalid-request');
    bench.advance(3 * 24 * 3600);
    expect((await accept(PASSWORD)).body.code).toBe('invitation-invalid');
  });

  it('needs to be looked at, and opens one of many acceptances that arrive together', async () => {
    const { invitation } = (await invite('qian.wei')).body;
    const blind = await post('invitations/acceptances', { invitation, password: PASSWORD, code: '000000' });
    expect(blind.body.code).toBe('invitation-invalid');
    const { secret } = (await post('invitations/looks', { invitation })).body;
    const body = { invitation, password: PASSWORD, code: codeOf(secret) };
    const many = await Promise.all([1, 2, 3].map(() => post('invitations/acceptances', body)));
    expect(many.map(({ status }) => status).sort()).toEqual([200, 403, 403]);
  });
});

describe('accounts', () => {
  it('are made once by login, and nobody changes their own', async () => {
    expect((await invite('sun.wei')).status).toBe(200);
    expect((await invite('sun.wei')).body.code).toBe('login-taken');
    expect((await invite('zhou.wei', { organisationSubject: 'zhou@province' })).body.code).toBe(
      'no-organisation',
    );
    const own = `operators/${administrator.operatorId}`;
    const answers = [
      await administrator.ask('PUT', `${own}/roles`, { roles: ['administrator', 'money'] }),
      await administrator.ask('PUT', `${own}/state`, { disabled: true }),
      await administrator.ask('POST', `${own}/invitations`),
      await administrator.ask('DELETE', `${own}/sessions`),
    ];
    for (const { status, body } of answers) expect([status, body.code]).toEqual([409, 'own-account']);
    expect((await administrator.ask('DELETE', 'operators/O-99999999/sessions')).status).toBe(404);
  });

  it('one administrator stays, also when two disable each other at once', async () => {
    await using other = await centralBench();
    const [one, two] = [
      await benchOperator(other, ['administrator']),
      await benchOperator(other, ['administrator']),
    ];
    const answers = await Promise.all([
      one.ask('PUT', `operators/${two.operatorId}/state`, { disabled: true }),
      two.ask('PUT', `operators/${one.operatorId}/roles`, { roles: ['viewer'] }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const left = await Promise.all([one.ask('GET', 'operators'), two.ask('GET', 'operators')]);
    expect(left.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('show who is invited, signed in and disabled', async () => {
    const { operatorId } = (await invite('wu.wei')).body;
    const closed = await benchOperator(bench, ['money', 'fleet']);
    await administrator.ask('PUT', `operators/${closed.operatorId}/state`, { disabled: true });
    const { operators } = (await administrator.ask('GET', 'operators')).body as { operators: object[] };
    expect(operators).toContainEqual(expect.objectContaining({ operatorId, state: 'invited', sessions: 0 }));
    expect(operators).toContainEqual(
      expect.objectContaining({
        operatorId: closed.operatorId,
        state: 'disabled',
        roles: ['fleet', 'money'],
      }),
    );
    expect(operators).toContainEqual(
      expect.objectContaining({ operatorId: administrator.operatorId, state: 'active', sessions: 1 }),
    );
  });

  it('change their own password with the old one and a code; their other sessions end', async () => {
    const operator = await benchOperator(bench, ['viewer']);
    const { login, password } = operator;
    const other = cookieOf(await post('sign-in', { login, password, code: operator.code() }));
    bench.advance(30);
    const change = (body: object) =>
      operator.ask('PUT', 'me/password', { password, code: operator.code(), newPassword: PASSWORD, ...body });
    expect((await change({ newPassword: `${login}2026` })).status).toBeGreaterThanOrEqual(400);
    expect((await change({ password: 'not the old one' })).body.code).toBe('password-wrong');
    expect((await change({})).status).toBe(200);
    expect((await askConsole(bench, 'me', { headers: { cookie: other } })).status).toBe(401);
    expect((await operator.ask('GET', 'me')).status).toBe(200);
    bench.advance(60);
    expect((await post('sign-in', { login, password, code: operator.code() })).status).toBe(401);
    expect((await post('sign-in', { login, password: PASSWORD, code: operator.code() })).status).toBe(200);
  });
});

describe('what operators did', () => {
  it('is listed newest first, filtered, page by page', async () => {
    const { operatorId } = (await invite('zheng.wei')).body;
    const page = (await administrator.ask('GET', 'acts?limit=1')).body;
    expect(page).toMatchObject({
      acts: [{ act: 'operator-invited', operatorId: administrator.operatorId, subject: operatorId }],
      more: true,
    });
    expect((await acts(`?subject=${operatorId}`)).map(({ act }) => act)).toEqual(['operator-invited']);
    expect(await acts('?operator=O-77777')).toEqual([]);
    expect(JSON.stringify(await acts('?limit=500'))).not.toMatch(/zheng|王/);
  });

  it('is one whole chain, however many act at once, and a line that was changed is found', async () => {
    const people = await Promise.all([1, 2, 3].map(() => benchOperator(bench, ['administrator'])));
    await Promise.all(
      people.flatMap((one) =>
        people
          .filter((other) => other !== one)
          .map((other) => one.ask('PUT', `operators/${other.operatorId}/state`, { disabled: false })),
      ),
    );
    bench.advance(30);
    administrator = await benchOperator(bench, ['administrator']);
    const whole = (await administrator.ask('GET', 'acts/chain')).body;
    expect(whole).toMatchObject({ brokenAt: null });
    expect(Number(whole.acts)).toBeGreaterThan(8);
  });
});
