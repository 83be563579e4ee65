import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): string => readFileSync(join(PROJECT, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  license: string;
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
};

/** Folders without pages of ours. */
const ELSEWHERE = new Set(['node_modules', '.git', 'dist', 'out', '.kiosk', '.data']);
const pagesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ELSEWHERE.has(entry.name) ? [] : pagesIn(path);
    return entry.name.endsWith('.md') ? [relative(PROJECT, path)] : [];
  });
const PAGES = pagesIn(PROJECT);

/** Where a page's links and pictures point, without addresses of the web and places on the same page. */
const targetsOf = (page: string): string[] => {
  const text = read(page).replaceAll(/^```[\s\S]*?^```/gm, '');
  const linked = [...text.matchAll(/\]\(([^)\s]+)\)/g), ...text.matchAll(/(?:src|href)="([^"]+)"/g)];
  return linked
    .map((match) => match[1] ?? '')
    .filter((target) => !/^([a-z]+:|#)/.test(target))
    .map((target) => target.replace(/#.*$/, ''));
};

/** Scripts a page tells to run; `npm start` and `npm test` are short for two of them. */
const scriptsOf = (page: string): string[] => {
  const text = read(page);
  const run = [...text.matchAll(/npm run (?:-{1,2}[\w-]+ )*([a-z][\w:-]*)/g)].map((match) => match[1] ?? '');
  return [...run, ...[...text.matchAll(/npm (start|test)\b/g)].map((match) => match[1] ?? '')];
};

describe('what the pages say is there', () => {
  it('finds the pages', () => {
    expect(PAGES).toEqual(expect.arrayContaining(['README.md', 'CHANGELOG.md', 'docs/architecture.md']));
  });

  it.each(PAGES)('%s: every npm script exists', (page) => {
    expect(scriptsOf(page).filter((name) => !Object.hasOwn(manifest.scripts, name))).toEqual([]);
  });

  it.each(PAGES)('%s: every link and picture leads to a file', (page) => {
    const missing = targetsOf(page).filter((target) => !existsSync(join(PROJECT, dirname(page), target)));
    expect(missing).toEqual([]);
  });

  it('README.md shows pictures and names the folders of the house', () => {
    const readme = read('README.md');
    expect(
      targetsOf('README.md').filter((target) => /\.(webp|png|jpg)$/.test(target)).length,
    ).toBeGreaterThan(5);
    for (const room of [
      'src',
      'drivers',
      'main',
      'renderer',
      'central',
      'assets',
      'scripts',
      'tests',
      'docs',
    ])
      expect(readme).toContain(`${room}/`);
  });

  it('README.md gives a reason for every dependency', () => {
    const readme = read('README.md');
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    const named = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(named.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});

it('the licence is the one the package names', () => {
  expect(manifest.license).toBe('Apache-2.0');
  const licence = read('LICENSE');
  expect(licence).toMatch(/Apache License\s+Version 2\.0, January 2004/);
  expect(licence).toContain('END OF TERMS AND CONDITIONS');
  expect(licence).toContain('Copyright 2026 The Yikatong Kiosk authors');
});
