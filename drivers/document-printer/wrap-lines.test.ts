import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wrapLines } from './wrap-lines.ts';

/** Chinese is one wide, Latin half. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character > '\u2e80' ? 1 : 0.5), 0);

it.each([
  ['breaks Chinese anywhere', '社会保险个人缴费记录', 6, ['社会保险个人', '缴费记录']],
  ['keeps a mark with what it closes', '社会保险，缴费', 4, ['社会保', '险，缴费']],
  ['keeps a mark with what it opens', '缴费单位（原名）', 5, ['缴费单位', '（原名）']],
  ['keeps Latin words and numbers whole', '共 213 个月 contributions', 8, ['共 213 个月', 'contributions']],
  ['leaves no character alone', '企业职工基本养老保险', 9, ['企业职工基本养老', '保险']],
  ['cuts what fits no line', 'ABCDEFGHIJ', 2, ['ABCD', 'EFGH', 'IJ']],
  ['heeds line ends', 'a\nb\r\nc', 9, ['a', 'b', 'c']],
  ['keeps a date whole', '期间2024-01至2026-10', 6, ['期间2024-01', '至2026-10']],
  ['leaves an empty text one line', '', 5, ['']],
])('%s', (_, text, width, lines) => {
  expect(wrapLines(text, width, widthOf)).toEqual(lines);
});

it('no line is too wide and nothing but spaces is lost', () => {
  const words = fc.array(
    fc.constantFrom('社', '会', '，', '（', '）', 'a', 'Zz', '12', '-', ' ', '。', '“', '￥'),
    {
      maxLength: 60,
    },
  );
  fc.assert(
    fc.property(words, fc.integer({ min: 3, max: 12 }), (parts, width) => {
      const text = parts.join('');
      const lines = wrapLines(text, width, widthOf);
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
  );
});
