import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EscPosParser } from '../virtual/receipt-printer/escpos-parser.ts';
import { columnsOf, encodePrintable, MISSING_TYPE, printableText } from './printable-text.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();

describe('text for a two-byte font ROM (protocols.md 3.2, 6.7)', () => {
  it('encodes the vector', () => {
    expect(hex(encodePrintable('海南省社会保障卡'))).toBe('BAA3C4CFCAA1C9E7BBE1B1A3D5CFBFA8');
    expect(hex(encodePrintable('䶮'))).toBe('FE9F');
  });

  it.each([
    ['𠮷', '〓'],
    ['王𠮷明', '王〓明'],
    ['👨‍👩‍👧', '〓'],
    ['\ud842', '〓'],
    ['e\u0301', 'é'],
    ['A\u0332', '〓'],
    ['a\u001b@b', 'a @b'],
    ['x\n\ty', 'x  y'],
    ['¥', '〓'],
    ['￥', '￥'],
  ])('shows %j as %j', (text, shown) => {
    expect(printableText(text)).toBe(shown);
  });

  it('counts Chinese as two columns', () => {
    expect(columnsOf('卡 A1')).toBe(5);
    expect(columnsOf(MISSING_TYPE)).toBe(2);
  });

  it('sends for any text one or two bytes per character, no command, and what the other end reads', () => {
    const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(texts, (text) => {
        const shown = printableText(text);
        const bytes = encodePrintable(text);
        expect(bytes.length).toBe(columnsOf(shown));
        const parser = new EscPosParser();
        parser.push([0x1c, 0x26]);
        const read = parser
          .push(bytes)
          .map((command) => (command.kind === 'character' ? command.character : '!!'));
        expect(read.join('')).toBe(shown);
        expect(printableText(shown)).toBe(shown);
      }),
    );
  });
});
