import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, printableText } from './printable-text.ts';
import { wrapText } from './wrap-text.ts';

describe('wrapping by half-width columns', () => {
  it.each<[string, number, readonly string[]]>([
    ['社会保障卡', 10, ['社会保障卡']],
    ['社会保障卡', 9, ['社会保障', '卡']],
    ['领取，逾期', 4, ['领', '取，', '逾期']],
    ['card number 12', 8, ['card', 'number', '12']],
    ['ABCDEFGHIJ', 4, ['ABCD', 'EFGH', 'IJ']],
    ['', 8, ['']],
    ['   ', 8, ['']],
    ['电话12333转1', 10, ['电话12333', '转1']],
  ])('%j in %i', (text, columns, lines) => {
    expect(wrapText(text, columns)).toEqual(lines);
  });

  it('never cuts a character, never runs over, loses nothing but blanks', () => {
    const texts = fc
      .array(fc.oneof(fc.string(), fc.constantFrom('社会', '保障卡。', '，', '𠮷', ' ')))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, fc.integer({ min: 4, max: 48 }), (raw, columns) => {
        const text = printableText(raw);
        const lines = wrapText(text, columns);
        for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});
