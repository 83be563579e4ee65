import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CentralBench, centralBench } from '../central-bench.ts';
import { askConsole, benchOperator, cookieOf } from '../console-bench.ts';

let bench: CentralBench;
beforeAll(async () => {
  bench = await centralBench();
});
afterAll(() => bench.central.close());

describe('signing in', () => {
  it('takes login, password and a code that opens once', async () => {
    const operator = await benchOperator(bench, ['viewer']);
    const body = { login: operator.login.toUpperCase(), password: operator.password, code: operator.code() };
    const answer = await askConsole(bench, 'sign-in', { method: 'POST', body });
    expect(answer.body).toMatchObject({
      operatorId: operator.operatorId,
      roles: ['viewer'],
      idleSeconds: 900,
    });
    const headers = { cookie: cookieOf(answer) };
    expect((await askConsole(bench, 'me', { headers })).body.login).toBe(operator.login);
    const again = await askConsole(bench, 'sign-in', { method: 'POST', body });
    expect([again.status, again.body.code]).toEqual([401, 'sign-in-refused']);
  });
});
