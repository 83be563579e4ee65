import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LONGEST_CODE } from '../../src/ports/code-scanner.ts';
import { CodeLineParser, LINE_GAP_MS } from './code-line-parser.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const codes = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => isText(text));
const ends = fc.constantFrom('\r', '\n', '\r\n');

const isText = (text: string): boolean =>
  [...text].every((character) => {
    const point = character.codePointAt(0) ?? 0;
    return point >= 0x20 && !(point >= 0x7f && point <= 0x9f) && !(point >= 0xd800 && point <= 0xdfff);
  });

it('ECARD-2 gives every line as it came, however the stream is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(codes, ends)), fc.integer({ min: 1, max: 7 }), (lines, size) => {
      const parser = new CodeLineParser();
      const bytes = encode(lines.map(([text, end]) => text + end).join(''));
      const events = [];
      for (let at = 0; at < bytes.length; at += size)
        events.push(...parser.push(bytes.subarray(at, at + size), 0));
      expect(events).toEqual(lines.map(([text]) => ({ kind: 'code', text })));
    }),
  );
});

it('nonsense gives a named rejection or a code, and leaves the parser working', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 700 }), { maxLength: 8 }), (chunks) => {
      const parser = new CodeLineParser();
      for (const event of chunks.flatMap((bytes) => parser.push(bytes, 0))) {
        if (event.kind === 'code') {
          expect([...event.text].length).toBeLessThanOrEqual(LONGEST_CODE);
          expect(isText(event.text)).toBe(true);
        } else expect(['code-too-long', 'code-garbage']).toContain(event.reason);
      }
      parser.push(encode('\r'), 0);
      expect(parser.push(encode('6217\r'), 0)).toEqual([{ kind: 'code', text: '6217' }]);
    }),
  );
});

it.each([
  ['a NUL', 'ab\u0000cd\r', 'code-garbage'],
  ['a tab', 'ab\tcd\r', 'code-garbage'],
  ['a C1 control', 'ab\u0085cd\r', 'code-garbage'],
  ['DEL', 'ab\u007fcd\r', 'code-garbage'],
  ['one character too many', `${'8'.repeat(LONGEST_CODE + 1)}\n`, 'code-too-long'],
  ['a line that does not end for a long time', `${'8'.repeat(100_000)}\n`, 'code-too-long'],
])('rejects %s and takes the next line', (_, text, reason) => {
  const parser = new CodeLineParser();
  expect(parser.push(encode(text), 0)).toEqual([{ kind: 'rejected', reason }]);
  expect(parser.push(encode('next\r\n'), 0)).toEqual([{ kind: 'code', text: 'next' }]);
});

it('takes the longest code, in Latin and in Chinese', () => {
  const parser = new CodeLineParser();
  for (const text of ['8'.repeat(LONGEST_CODE), '码'.repeat(LONGEST_CODE)]) {
    expect(parser.push(encode(`${text}\r`), 0)).toEqual([{ kind: 'code', text }]);
  }
});

it('bytes that are no UTF-8 are garbage', () => {
  const parser = new CodeLineParser();
  expect(parser.push(Uint8Array.of(0x41, 0xff, 0x0d), 0)).toEqual([
    { kind: 'rejected', reason: 'code-garbage' },
  ]);
});

it("a line begun before it was wanted is nobody's, to its end", () => {
  const parser = new CodeLineParser();
  parser.push(encode('of the person bef'), 0);
  parser.discard(10);
  expect(parser.push(encode('ore\r\nmine\r\n'), 20)).toEqual([{ kind: 'code', text: 'mine' }]);
});

it('half a line is not glued to the next one', () => {
  const parser = new CodeLineParser();
  parser.push(encode('half'), 0);
  expect(parser.push(encode('whole\r'), LINE_GAP_MS + 1)).toEqual([{ kind: 'code', text: 'whole' }]);
  parser.push(encode('half'), 2_000);
  parser.discard(2_000 + LINE_GAP_MS + 1);
  expect(parser.push(encode('whole\r'), 4_000)).toEqual([{ kind: 'code', text: 'whole' }]);
});
