import { describe, expect, it } from 'vitest';
import { type CentralBench, centralBench } from '../central-bench.ts';

const mobile = '19900000001';
const send = (bench: CentralBench, to = mobile) =>
  bench.call('POST', '/v1/sms-codes', { mobile: to, purpose: 'application' });
const lastCode = (bench: CentralBench): string =>
  /\d{6}/.exec(bench.central.dev?.messages()[0]?.text ?? '')?.[0] ?? '';
const wrong = (code: string): string => (code === '000000' ? '000001' : '000000');
const verify = (bench: CentralBench, challengeId: unknown, code: string) =>
  bench.call('POST', `/v1/sms-codes/${String(challengeId)}/verifications`, { code });

describe('APPLY-3 SMS codes', () => {
  it('APPLY-3 confirms with the code that was sent', async () => {
    await using bench = await centralBench();
    const sent = await send(bench);
    expect(sent.body).toMatchObject({ expiresInSeconds: 300, resendAfterSeconds: 60 });
    expect(bench.central.dev?.messages()[0]?.mobile).toBe(mobile);
    const answer = await verify(bench, sent.body.challengeId, lastCode(bench));
    expect(answer.body).toMatchObject({ result: 'confirmed' });
    const again = await verify(bench, sent.body.challengeId, lastCode(bench));
    expect(again.body.result).toBe('confirmed');
  });

  it('APPLY-3 three wrong codes end it, and the right one is then too late', async () => {
    await using bench = await centralBench();
    const { challengeId } = (await send(bench)).body;
    const code = lastCode(bench);
    for (const triesLeft of [2, 1, 0, 0]) {
      expect((await verify(bench, challengeId, wrong(code))).body).toEqual({ result: 'wrong', triesLeft });
    }
    expect((await verify(bench, challengeId, code)).body).toEqual({ result: 'wrong', triesLeft: 0 });
  });

  it('APPLY-3 a code lives for five minutes', async () => {
    await using bench = await centralBench();
    const { challengeId } = (await send(bench)).body;
    bench.advance(299);
    expect((await verify(bench, challengeId, wrong(lastCode(bench)))).body.result).toBe('wrong');
    bench.advance(1);
    expect((await verify(bench, challengeId, lastCode(bench))).body).toEqual({ result: 'expired' });
  });

  it('sends one number a code a minute, five an hour and ten a day; others are not held up', async () => {
    await using bench = await centralBench();
    expect((await send(bench)).status).toBe(200);
    const early = await send(bench);
    expect([early.status, early.body.code, early.headers.get('retry-after')]).toEqual([
      429,
      'rate-limited',
      '60',
    ]);
    expect((await send(bench, '19900000002')).status).toBe(200);
    let sent = 1;
    for (let minute = 1; minute <= 10 * 60; minute += 1) {
      bench.advance(60);
      if (minute % 5 !== 0) continue;
      const token = await bench.first.signIn();
      const answer = await bench.send('POST', '/v1/sms-codes', { mobile, purpose: 'application' }, token);
      if (answer.status === 200) sent += 1;
      if (minute === 55) expect(sent).toBe(5);
    }
    expect(sent).toBe(10);
  });

  it('refuses numbers that are no mobile numbers and challenges nobody was sent', async () => {
    await using bench = await centralBench();
    expect((await send(bench, '0898-96588')).body.code).toBe('invalid-request');
    expect((await verify(bench, 'AAAAAAAAAAAAAAAA', '123456')).body.code).toBe('challenge-unknown');
  });

  it('says so where no gateway is connected', async () => {
    await using bench = await centralBench({ dev: false });
    const answer = await send(bench);
    expect([answer.status, answer.body.code]).toEqual([503, 'sms-unavailable']);
  });
});
