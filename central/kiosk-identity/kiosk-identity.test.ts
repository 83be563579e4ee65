import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CentralBench, centralBench } from '../central-bench.ts';

let bench: CentralBench;
beforeAll(async () => {
  bench = await centralBench();
});
afterAll(() => bench.central.close());

const token = (assertion: string) => bench.send('POST', '/v1/tokens', { assertion });

describe('enrolment of a kiosk', () => {
  it('takes a one-time code once, and gives the same answer to the same key again', async () => {
    const { enrolment, enrolled } = await bench.kiosk();
    expect(enrolled.status).toBe(200);
    const again = await bench.send('POST', '/v1/enrolments', enrolment);
    expect(again.body).toEqual(enrolled.body);
    const { enrolment: other } = await bench.kiosk();
    const stolen = await bench.send('POST', '/v1/enrolments', { ...enrolment, publicKey: other.publicKey });
    expect([stolen.status, stolen.body.code]).toEqual([403, 'enrolment-code-invalid']);
  });

  it('refuses unknown and expired codes, and keys that are no Ed25519 keys', async () => {
    const { enrolment } = bench.first;
    const unknown = await bench.send('POST', '/v1/enrolments', { ...enrolment, code: '0000-0000-0000-0000' });
    expect(unknown.status).toBe(403);
    const { code } = await bench.central.mintEnrolmentCode();
    const short = { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(40) };
    const badKey = await bench.send('POST', '/v1/enrolments', { ...enrolment, code, publicKey: short });
    expect([badKey.status, badKey.body.code]).toEqual([400, 'invalid-request']);
  });

  it('takes a code typed in small letters without dashes', async () => {
    const { code } = await bench.central.mintEnrolmentCode();
    const typed = code.toLowerCase().replaceAll('-', '');
    const enrolled = await bench.send('POST', '/v1/enrolments', { ...bench.first.enrolment, code: typed });
    expect(enrolled.status).toBe(200);
  });

  it('ends a code after a day', async () => {
    await using later = await centralBench();
    const { code } = await later.central.mintEnrolmentCode();
    later.advance(24 * 60 * 60);
    const late = await later.send('POST', '/v1/enrolments', { ...later.first.enrolment, code });
    expect(late.status).toBe(403);
  });
});

describe('signing in', () => {
  it('exchanges an assertion for a short token that opens the other routes', async () => {
    const answer = await token(await bench.first.assertion());
    expect(answer.body.expiresInSeconds).toBe(600);
    const health = await bench.send(
      'GET',
      '/v1/operations/some-key-1',
      undefined,
      String(answer.body.accessToken),
    );
    expect(health.status).toBe(200);
  });

  it('refuses an assertion whose jti was used', async () => {
    const assertion = await bench.first.assertion();
    expect((await token(assertion)).status).toBe(200);
    const replayed = await token(assertion);
    expect([replayed.status, replayed.body.code]).toEqual([401, 'assertion-invalid']);
  });

  it.each([
    ['for somebody else', { audience: 'another-service' }],
    ['that lives longer than 60 s', { life: 61 }],
    ['that is over', { issuedAt: Date.parse('2026-11-22T03:50:00Z') / 1000 }],
    ['from the future', { issuedAt: Date.parse('2026-11-22T04:10:00Z') / 1000 }],
    ['without a jti', { jti: '' }],
  ])('refuses an assertion %s', async (_what, claims) => {
    const answer = await token(await bench.first.assertion(claims));
    expect([answer.status, answer.body.code]).toEqual([401, 'assertion-invalid']);
  });

  it('refuses what another key signed, unknown kiosks, no algorithm and no JWT at all', async () => {
    const [header, payload, signature] = (await bench.first.assertion()).split('.');
    const [, , otherSignature] = (await (await bench.kiosk()).assertion()).split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const stranger = Buffer.from('{"iss":"kiosk-0","sub":"kiosk-0"}').toString('base64url');
    for (const assertion of [
      `${header}.${payload}.${otherSignature}`,
      `${none}.${payload}.`,
      `${header}.${stranger}.${signature}`,
      'this-is-not-a-token-at-all',
    ]) {
      expect((await token(assertion)).status).toBe(401);
    }
  });

  it('ends a token after ten minutes, and says 401 so that the kiosk signs in again', async () => {
    await using later = await centralBench();
    later.advance(599);
    expect((await later.call('GET', '/v1/operations/some-key-1')).status).toBe(200);
    later.advance(1);
    const over = await later.call('GET', '/v1/operations/some-key-1');
    expect([over.status, over.body.code]).toEqual([401, 'unauthorised']);
    expect(over.headers.get('www-authenticate')).toBe('Bearer');
    const fresh = await later.first.signIn();
    expect((await later.send('GET', '/v1/operations/some-key-1', undefined, fresh)).status).toBe(200);
  });

  it('guards every route but health, enrolment and tokens', async () => {
    const { body } = await bench.send('GET', '/openapi.json');
    const open: string[] = [];
    for (const [path, methods] of Object.entries(body.paths as Record<string, object>)) {
      if (!path.startsWith('/v1/')) continue;
      for (const method of Object.keys(methods)) {
        const filled = path.replaceAll(/\{\w+\}/g, 'some-key-1');
        const answer = await bench.send(method.toUpperCase(), filled, method === 'get' ? undefined : {});
        if (answer.status !== 401) open.push(`${method} ${path}`);
      }
    }
    expect(open.sort()).toEqual(['get /v1/health', 'post /v1/enrolments', 'post /v1/tokens']);
  });

  it('refuses headers that carry no token of ours', async () => {
    for (const wrong of ['x'.repeat(43), '', `${bench.first.token}x`]) {
      expect((await bench.send('GET', '/v1/operations/some-key-1', undefined, wrong)).status).toBe(401);
    }
  });
});
