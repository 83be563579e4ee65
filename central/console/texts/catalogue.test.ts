import { expect, it } from 'vitest';
import { catalogueOf } from './catalogue.ts';

/** Every string of a catalogue by its dotted path; sentences with values in them by what a value makes of them. */
function sentences(part: unknown, path = ''): [string, string][] {
  if (typeof part === 'string') return [[path, part]];
  if (typeof part === 'function') return [[path, String(part(7, 7, 7, 7))]];
  return Object.entries(part as object).flatMap(([key, value]) => sentences(value, `${path}.${key}`));
}
const zh = sentences(catalogueOf('zh-CN'));
const en = sentences(catalogueOf('en'));

it('both languages have the same keys, codes without a word aside', () => {
  expect(en.map(([path]) => path).toSorted()).toEqual(zh.map(([path]) => path).toSorted());
});

it('nothing is left empty, and English has no Chinese in it', () => {
  expect([...zh, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  expect(en.filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
});
