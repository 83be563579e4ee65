import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EscPosParser } from './escpos-parser.ts';
import { PaperRoll, paperText } from './paper-roll.ts';
import { RealTimeScanner } from './real-time-scanner.ts';

const parse = (bytes: Iterable<number>) => new EscPosParser().push(bytes);
const hex = (text: string): Uint8Array => Buffer.from(text.replaceAll(' ', ''), 'hex');
const bytes = fc.uint8Array({ maxLength: 200 });
/** Cuts a stream into pieces anywhere. */
const cut = (whole: Uint8Array, sizes: readonly number[]): Uint8Array[] => {
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const size of sizes) {
    pieces.push(whole.subarray(at, at + size));
    at += size;
  }
  return [...pieces, whole.subarray(at)];
};

describe('ESC/POS as a printer reads it', () => {
  it('reads Chinese pairs only in Chinese mode', () => {
    expect(parse(hex('1C26 BFA8'))).toMatchObject([{ on: true }, { character: '卡', columns: 2 }]);
    expect(parse(hex('BFA8'))).toMatchObject([{ character: '?' }, { character: '?' }]);
    expect(parse(hex('1C26 1B40 BFA8')).slice(2)).toMatchObject([{ character: '?' }, { character: '?' }]);
  });

  it('makes two wrong characters of a four-byte code, as real ones do', () => {
    const shown = parse(hex('1C26 9534B235')).slice(1);
    expect(shown).toHaveLength(2);
    expect(shown.map((one) => (one.kind === 'character' ? one.character : ''))).not.toContain('𠮷');
  });

  it('stores and prints a code', () => {
    const commands = parse(
      hex('1D286B0300314306 1D286B0300314531 1D286B070031503054455354 1D286B0300315130'),
    );
    expect(commands).toEqual([
      { kind: 'qr-cell', dots: 6 },
      { kind: 'qr-level', level: 'M' },
      { kind: 'qr-store', text: 'TEST' },
      { kind: 'qr-print' },
    ]);
  });

  it.each([
    ['1B4501', { kind: 'bold', on: true }],
    ['1B6131', { kind: 'align', align: 'centre' }],
    ['1D2111', { kind: 'size', width: 2, height: 2 }],
    ['1B2110', { kind: 'size', width: 1, height: 2 }],
    ['1D564200', { kind: 'cut' }],
    ['1D5601', { kind: 'cut' }],
    ['1D7201', { kind: 'transmit-paper-status' }],
    ['1D6100', { kind: 'ignored', bytes: '1d6100' }],
  ])('reads %s', (text, command) => {
    expect(parse(hex(text))).toEqual([command]);
  });

  it('reads any bytes the same however they are cut, and then a receipt again', () => {
    fc.assert(
      fc.property(bytes, fc.array(fc.nat(20)), (noise, sizes) => {
        const whole = parse(noise);
        const parser = new EscPosParser();
        expect(cut(noise, sizes).flatMap((piece) => parser.push(piece))).toEqual(whole);
        parser.clear();
        const after = parser.push(hex('1B40 1C26 BFA8 0A')).slice(-2);
        expect(after).toMatchObject([{ character: '卡' }, { kind: 'feed', lines: 1 }]);
      }),
    );
  });

  it('prints any bytes without running over the paper', () => {
    fc.assert(
      fc.property(bytes, (noise) => {
        const roll = new PaperRoll(32);
        for (const command of parse(noise)) {
          const paper = roll.obey(command);
          if (paper) expect(typeof paperText(paper)).toBe('string');
        }
        for (const element of roll.uncut) {
          if (element.kind !== 'line' || element.characters.length < 2) continue;
          expect(
            element.characters.reduce((sum, cell) => sum + cell.columns * cell.width, 0),
          ).toBeLessThanOrEqual(32);
        }
      }),
    );
  });
});

describe('real-time commands', () => {
  it('finds DLE EOT in the middle of a QR code’s data', () => {
    const scanner = new RealTimeScanner();
    expect(scanner.scan(hex('1D286B0700315030 5445 100404 5354'))).toEqual([
      ...hex('1D286B0700315030 5445'),
      { kind: 'status', which: 4 },
      ...hex('5354'),
    ]);
  });

  it('finds the clearing of the buffer, and takes a near miss for data', () => {
    const scanner = new RealTimeScanner();
    expect(scanner.scan(hex('10140801031401060208'))).toEqual([{ kind: 'clear-buffer' }]);
    expect(scanner.scan(hex('101408010314010602 1004 02'))).toEqual([
      ...hex('101408010314010602'),
      { kind: 'status', which: 2 },
    ]);
  });

  it('loses no byte and sees the same however the stream is cut', () => {
    const stream = fc
      .array(
        fc.oneof(bytes, fc.constantFrom(hex('100401'), hex('10140801031401060208'), hex('1010'), hex('10'))),
      )
      .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));
    fc.assert(
      fc.property(stream, fc.array(fc.nat(9)), (whole, sizes) => {
        const once = new RealTimeScanner().scan(whole);
        const scanner = new RealTimeScanner();
        expect(cut(whole, sizes).flatMap((piece) => [...scanner.scan(piece)])).toEqual([...once]);
        const length = once.reduce<number>(
          (sum, item) => sum + (typeof item === 'number' ? 1 : item.kind === 'status' ? 3 : 10),
          0,
        );
        // At most one unfinished command is held back.
        expect(whole.length - length).toBeLessThan(10);
      }),
    );
  });
});
