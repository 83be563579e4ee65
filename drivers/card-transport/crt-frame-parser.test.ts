import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnswer } from './crt-answer.ts';
import { CRT, commandText } from './crt-command.ts';
import { troubleOf } from './crt-error.ts';
import { encodeFrame } from './crt-frame.ts';
import { type CrtEvent, CrtFrameParser } from './crt-frame-parser.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const shown = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();
const framesOf = (events: readonly CrtEvent[]): string[] =>
  events.flatMap((event) => (event.kind === 'frame' ? [shown(event.text)] : []));
const none = new Uint8Array();
const text = fc.uint8Array({ minLength: 3, maxLength: 300 });
const noise = fc.uint8Array({ maxLength: 60 });

function cut(whole: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const size of sizes) {
    pieces.push(whole.slice(at, at + size));
    at += size;
  }
  return [...pieces, whole.slice(at)];
}

describe('CRT frames (protocols 3.3, 6.7)', () => {
  it.each([
    [CRT.initKeep, 'F2000003433033 03B2'],
    [CRT.status, 'F2000003433130 03B0'],
    [CRT.sensors, 'F2000003433131 03B1'],
    [CRT.toChip, 'F2000003433231 03B2'],
    [CRT.toBin, 'F2000003433233 03B0'],
    [CRT.toGate, 'F2000003433239 03BA'],
    [CRT.allowEntry, 'F2000003433330 03B2'],
    [CRT.forbidEntry, 'F2000003433331 03B3'],
    [CRT.coldReset, 'F2000003435130 03D0'],
    [CRT.chipOff, 'F2000003435131 03D1'],
  ])('a command is the frame of the table', (command, frame) => {
    expect(shown(encodeFrame(commandText(command, none)))).toBe(frame.replaceAll(' ', ''));
  });

  it('an APDU goes into the frame of the table', () => {
    expect(shown(encodeFrame(commandText(CRT.apdu, hex('0084000008'))))).toBe('F20000084351390084000008035E');
  });

  it('reads status and jam as in the vectors', () => {
    const [status] = framesOf(new CrtFrameParser().push(hex('F2 00 00 06 50 31 30 32 32 30 03 96')));
    expect(parseAnswer(hex(status ?? ''))).toEqual({
      cm: 0x31,
      pm: 0x30,
      answer: { kind: 'done', sensors: { position: 'ic', stock: 'enough', bin: 'room' }, data: none },
    });
    const [jam] = framesOf(new CrtFrameParser().push(hex('F2 00 00 05 4E 32 31 31 30 03 B8')));
    expect(parseAnswer(hex(jam ?? ''))).toEqual({
      cm: 0x32,
      pm: 0x31,
      answer: { kind: 'refused', code: '10' },
    });
    expect(troubleOf('10')).toEqual({ kind: 'jammed', code: '10' });
  });

  it('reads any answer, or none, without throwing; sensors it does not know are null', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const heard = parseAnswer(bytes);
        if (heard?.answer.kind === 'refused') expect(heard.answer.code).toMatch(/^[0-9A-F]{2}$/);
      }),
    );
    expect(parseAnswer(hex('503130FF3230'))?.answer).toMatchObject({ sensors: { position: null } });
  });
});

describe('a line that is not clean', () => {
  it('gives the same frames and controls however the stream is cut', () => {
    const stream = fc
      .array(
        fc.oneof(
          text.map((one) => encodeFrame(one)),
          fc.constantFrom(hex('06'), hex('15'), hex('04')),
          noise,
        ),
      )
      .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));
    fc.assert(
      fc.property(stream, fc.array(fc.nat(20)), (whole, sizes) => {
        const once = new CrtFrameParser().push(whole);
        const parser = new CrtFrameParser();
        expect(cut(whole, sizes).flatMap((piece) => parser.push(piece))).toEqual(once);
      }),
    );
  });

  it('finds the next good frame after anything, once what waits is given up', () => {
    fc.assert(
      fc.property(noise, text, (before, good) => {
        const parser = new CrtFrameParser();
        const events = [...parser.push(before), ...parser.push(encodeFrame(good)), ...parser.abandon()];
        expect(framesOf(events)).toContain(shown(good));
        expect(parser.incomplete).toBe(false);
        expect(framesOf(parser.push(encodeFrame(good)))).toEqual([shown(good)]);
      }),
    );
  });

  it('believes no frame with a flipped bit', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(7), (good, where, bit) => {
        const frame = encodeFrame(good);
        const at = where % frame.length;
        const flipped = frame.map((byte, index) => (index === at ? byte ^ (1 << bit) : byte));
        const parser = new CrtFrameParser();
        const events = [...parser.push(flipped), ...parser.abandon()];
        expect(framesOf(events)).not.toContain(shown(good));
      }),
    );
  });

  it('INV-2 hears no NAK inside a damaged frame: it would repeat a move', () => {
    const damaged = encodeFrame(hex('50323132323015151515')).map((byte, at, all) =>
      at === all.length - 1 ? byte ^ 1 : byte,
    );
    const kinds = new CrtFrameParser().push(damaged).map(({ kind }) => kind);
    expect(kinds).toContain('damaged');
    expect(kinds).not.toContain('nak');
    const parser = new CrtFrameParser();
    const cutShort = [...parser.push(damaged.slice(0, -2)), ...parser.abandon()].map(({ kind }) => kind);
    expect(cutShort).not.toContain('nak');
  });

  it('keeps at most one frame, however long the nonsense', () => {
    const parser = new CrtFrameParser();
    for (let round = 0; round < 200; round += 1) parser.push(hex('F20001FF').slice(0, 1 + (round % 4)));
    expect(parser.push(new Uint8Array(1_000).fill(0xa5)).length).toBeGreaterThan(0);
    expect(framesOf(parser.abandon().concat(parser.push(encodeFrame(hex('503130')))))).toEqual(['503130']);
  });
});

it.each([
  ['12', 'jammed'],
  ['16', 'jammed'],
  ['40', 'jammed'],
  ['45', 'jammed'],
  ['51', 'jammed'],
  ['A0', 'stock-empty'],
  ['A1', 'bin-full'],
  ['60', 'chip'],
  ['68', 'chip'],
  ['B0', 'device'],
  ['02', 'device'],
  ['77', 'device'],
])('error %s is %s', (code, kind) => {
  expect(troubleOf(code).kind).toBe(kind);
});
