import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { policyPack } from '../../src/policy/policy-pack.ts';
import { loadDirectory } from './directory.ts';

const ASSETS = fileURLToPath(new URL('../../assets', import.meta.url));
const pack = (id: string) =>
  policyPack.parse(JSON.parse(readFileSync(join(ASSETS, 'policy', `${id}.json`), 'utf8')));

describe('FIND-1 HELP-1 the directory of a pack', () => {
  it('FIND-1 has 20 agencies, 81 instant-issue outlets and the 42 hospitals of a partial list', () => {
    const loaded = loadDirectory(pack('hainan'), ASSETS);
    if (!loaded.ok) throw new Error(loaded.error);
    const { outlets, lists, help } = loaded.value;
    const count = (kind: string) => outlets.filter((place) => place.kind === kind).length;
    expect([count('agency'), count('instant-issue'), count('hospital')]).toEqual([20, 81, 42]);
    expect(new Set(outlets.map((place) => place.id)).size).toBe(143);
    expect(lists.map(({ kind, partial, asOf }) => [kind, partial, asOf])).toEqual([
      ['agency', false, '2020-10'],
      ['instant-issue', false, '2020-10'],
      ['hospital', true, '2020-10'],
    ]);
    expect(help.length).toBeGreaterThan(60);
  });

  it.each(['henan', 'jiangsu-suzhou'])('FIND-1 %s has no list: its counters stand in, and its help', (id) => {
    const loaded = loadDirectory(pack(id), ASSETS);
    if (!loaded.ok) throw new Error(loaded.error);
    expect(loaded.value.outlets.map((place) => place.id)).toEqual(pack(id).counters.map((place) => place.id));
    expect(loaded.value.lists).toEqual([]);
    expect(loaded.value.help.length).toBeGreaterThanOrEqual(10);
  });
});

describe('INV-7 a directory with anything wrong is refused with its file and place', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yikatong-directory-'));
    cpSync(ASSETS, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each<[string, string, (text: string) => string, RegExp]>([
    ['cut off', 'outlets/hainan-hospitals.json', (text) => text.slice(0, 200), /hospitals.json is not JSON/],
    [
      'of another kind',
      'outlets/hainan-agencies.json',
      (text) => text.replace('"agency"', '"hospital"'),
      /agencies.json is not right: items.0/,
    ],
    [
      'without answer',
      'help/hainan.json',
      (text) => text.replace('"answer"', '"answers"'),
      /topics.0.*answer/,
    ],
  ])('a file that is %s', (_, file, spoil, expected) => {
    const path = join(folder, file);
    writeFileSync(path, spoil(readFileSync(path, 'utf8')));
    const loaded = loadDirectory(pack('hainan'), folder);
    expect(loaded.ok ? '' : loaded.error).toMatch(expected);
  });

  it('a file that is not there', () => {
    rmSync(join(folder, 'help/hainan.json'));
    const loaded = loadDirectory(pack('hainan'), folder);
    expect(loaded.ok ? '' : loaded.error).toMatch(/help\/hainan.json can't be read/);
  });
});
