import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CentralBench, centralBench } from '../central-bench.ts';
import { askConsole, type BenchOperator, benchOperator } from '../console-bench.ts';

let bench: CentralBench;
let administrator: BenchOperator;
beforeAll(async () => {
  bench = await centralBench();
  administrator = await benchOperator(bench, ['administrator']);
});
afterAll(() => bench.central.close());

const listed = async (login: string) =>
  ((await administrator.ask('GET', 'operators')).body.operators as { login: string }[]).find(
    (one) => one.login === login,
  );

describe('an invitation from the service’s own shell', () => {
  it('makes the first administrator', async () => {
    const made = await bench.central.inviteOperator({ login: 'first', name: '何', roles: null });
    expect(made).toMatchObject({ ok: true, value: { invitation: { invitation: expect.any(String) } } });
    expect(await listed('first')).toMatchObject({ roles: ['administrator'], state: 'invited' });
  });

  it('helps whoever lost their phone: roles stay unless others are named, sessions end, a closed account opens', async () => {
    const operator = await benchOperator(bench, ['money']);
    const { login, operatorId } = operator;
    await administrator.ask('PUT', `operators/${operatorId}/state`, { disabled: true });
    expect(await bench.central.inviteOperator({ login, name: 'x', roles: null })).toMatchObject({
      value: { operatorId },
    });
    expect(await listed(login)).toMatchObject({
      roles: ['money'],
      state: 'active',
      sessions: 0,
      name: login,
    });
    await bench.central.inviteOperator({ login, name: 'x', roles: ['viewer'] });
    expect(await listed(login)).toMatchObject({ roles: ['viewer'] });
    expect((await operator.ask('GET', 'me')).status).toBe(401);
  });

  it('GET /dev/operators/:login tells what the authenticator shows, in development', async () => {
    const { login, password, ...operator } = await benchOperator(bench, ['viewer']);
    const { code } = (await bench.send('GET', `/dev/operators/${login}`)).body;
    expect(code).toBe(operator.code());
    const body = { login, password, code };
    expect((await askConsole(bench, 'sign-in', { method: 'POST', body })).status).toBe(200);
    expect((await bench.send('GET', '/dev/operators/nobody')).status).toBe(404);
  });
});
