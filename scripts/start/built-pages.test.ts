import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type BuiltPage, isStale } from './built-pages.ts';

const root = mkdtempSync(join(tmpdir(), 'yikatong-built-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const page: BuiltPage = {
  name: 'a page',
  config: '',
  mode: 'production',
  out: 'dist/page',
  sources: ['src', 'lock'],
};

/** Seconds since the epoch. */
function write(path: string, at: number): void {
  const file = join(root, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, '');
  utimesSync(file, at, at);
  utimesSync(join(file, '..'), at, at);
}

it('a page is stale when it was never built, or a source deep in a folder is newer', () => {
  write('src/deep/a.ts', 1_000);
  write('src/b.ts', 1_000);
  write('lock', 1_000);
  expect(isStale(page, root)).toBe(true);
  write('dist/page/index.html', 2_000);
  expect(isStale(page, root)).toBe(false);
  write('src/deep/a.ts', 3_000);
  expect(isStale(page, root)).toBe(true);
});
