import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STYLE_NONCE_MARK } from '../../src/contracts/console/access.ts';
import { type CentralBench, centralBench } from '../central-bench.ts';

const folder = mkdtempSync(join(tmpdir(), 'console-page-'));
let bench: CentralBench;
beforeAll(async () => {
  mkdirSync(join(folder, 'built/assets'), { recursive: true });
  const meta = `<meta name="csp-nonce" content="${STYLE_NONCE_MARK}">`;
  writeFileSync(join(folder, 'built/index.html'), `<html>${meta}<script src="assets/x.js"></script></html>`);
  writeFileSync(join(folder, 'built/assets/x.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'not for anybody');
  bench = await centralBench({ consolePage: join(folder, 'built') });
});
afterAll(async () => {
  await bench.central.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, at = bench) => fetch(at.url + path, { redirect: 'manual' });
const policyOf = (answer: Response) => answer.headers.get('content-security-policy') ?? '';

describe('the console’s page', () => {
  it('is delivered at every place within it, each time with a nonce of its own for styles', async () => {
    const nonces = new Set<string>();
    for (const path of [
      '/console/',
      '/console/index.html',
      '/console/kiosks/K-1',
      '/console/releases?x=1.js',
    ]) {
      const answer = await get(path);
      const html = await answer.text();
      const nonce = /content="([^"]+)"/.exec(html)?.[1] ?? '';
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(policyOf(answer)).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(html).not.toContain(STYLE_NONCE_MARK);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(4);
    expect((await get('/console')).headers.get('location')).toBe('/console/');
  });

  it('may run scripts from here alone, be framed by nobody, and send nothing elsewhere', async () => {
    const policy = policyOf(await get('/console/'));
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toContain('unsafe');
    const { headers } = await get('/console/');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('has files with names of their content, which may be kept, and shows no other file', async () => {
    const script = await get('/console/assets/x.js');
    expect([script.status, script.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
    for (const path of [
      '/console/assets/none.js',
      '/console/..%2fsecret.txt',
      '/console/%2e%2e/secret.txt',
    ]) {
      const answer = await get(path);
      expect([path, answer.status === 200]).toEqual([path, false]);
      expect(await answer.text()).not.toContain('not for anybody');
    }
  });

  it('does not stand in for an answer of the API that there is not', async () => {
    for (const path of ['/console/api', '/console/api/', '/console/api/nothing', '/console/api/x.js']) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(await answer.json()).toMatchObject({ code: 'not-found' });
    }
  });

  it('says in one sentence that it is not built', async () => {
    await using empty = await centralBench({ consolePage: join(folder, 'nothing') });
    const answer = await get('/console/', empty);
    expect([answer.status, (await answer.text()).split('\n')]).toEqual([
      503,
      [expect.stringMatching(/^The console/), ''],
    ]);
    expect((await get('/v1/health', empty)).status).toBe(200);
  });

  it('over TLS tells browsers to stay there; an answer of the API may do nothing and is kept nowhere', async () => {
    await using production = await centralBench({ dev: false });
    const { headers } = await get('/console/api/me', production);
    expect(headers.get('strict-transport-security')).toContain('max-age=');
    expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
