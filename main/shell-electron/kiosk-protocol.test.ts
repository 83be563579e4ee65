import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { serveRenderer } from './kiosk-protocol.ts';

const folder = mkdtempSync(join(tmpdir(), 'yikatong-protocol-'));
writeFileSync(join(folder, 'index.html'), '<!doctype html>');
writeFileSync(join(folder, 'face.wasm'), new Uint8Array([0, 97, 115, 109]));
writeFileSync(join(folder, '.secret'), 'hidden');
symlinkSync('/etc/passwd', join(folder, 'passwd'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const serve = serveRenderer(folder);
const get = (url: string, method = 'GET') => serve({ url, method } as Request);

describe('kiosk://app/', () => {
  it('serves the built page under the strict policy', async () => {
    const page = await get('kiosk://app/index.html');
    expect(page.status).toBe(200);
    expect(await page.text()).toBe('<!doctype html>');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect((await get('kiosk://app/face.wasm?v=1')).headers.get('content-type')).toBe('application/wasm');
  });

  it.each([
    'kiosk://app/',
    'kiosk://app/none.html',
    'kiosk://other/index.html',
    'https://app/index.html',
    'kiosk://app/.secret',
    'kiosk://app/passwd',
    'kiosk://app/..%2f..%2fetc/passwd',
    'kiosk://app/%2e%2e/package.json',
    'kiosk://app/..%5cpackage.json',
    'kiosk://app/index.html%00.js',
    'kiosk://app/%E0%A4%A',
    'nonsense',
  ])('has no %s', async (url) => {
    const answer = await get(url);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('');
  });

  it('takes no other method', async () => {
    expect((await get('kiosk://app/index.html', 'POST')).status).toBe(405);
  });

  it('answers any path, and never with a file from outside', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('..', '.', '%2e%2e', '/', '\\', '%2f', 'etc', 'passwd', '%')),
        async (parts) => {
          const answer = await get(`kiosk://app/${parts.join('')}`);
          expect(answer.status).toBe(404);
        },
      ),
    );
  });
});
