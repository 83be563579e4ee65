import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CABINET_LAMPS,
  type CabinetLamp,
  type CabinetStatus,
  LAMP_STATES,
  type LampState,
} from '../../src/ports/cabinet-board.ts';
import { type BoardFrame, COMMAND, crc16, encodeFrame } from './board-frame.ts';
import { type BoardEvent, BoardFrameParser } from './board-frame-parser.ts';
import { encodeStatus, parseStatus } from './status-block.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const shown = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();
const framesOf = (events: readonly BoardEvent[]): BoardFrame[] =>
  events.flatMap((event) => (event.kind === 'frame' ? [event.frame] : []));
const none = new Uint8Array();
const frame: fc.Arbitrary<BoardFrame> = fc.record({
  number: fc.integer({ min: 0, max: 255 }),
  command: fc.integer({ min: 0, max: 255 }),
  data: fc.uint8Array({ maxLength: 30 }),
});
/** Full of false beginnings. */
const noise = fc.array(fc.oneof(fc.nat(255), fc.constantFrom(0x02, 0x02, 0x20, 0x07)), { maxLength: 60 });
const framed = noise.map((bytes) => Uint8Array.from(bytes));

function cut(whole: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const size of sizes) {
    pieces.push(whole.slice(at, at + size));
    at += size;
  }
  return [...pieces, whole.slice(at)];
}

describe('frames of the cabinet board (device guide, cabinet board)', () => {
  it('has the CRC of its name', () => {
    expect(crc16(new TextEncoder().encode('123456789'))).toBe(0x29b1);
  });

  it.each([
    ['how do you stand', { number: 1, command: COMMAND.status, data: none }, '02 02 01 10 83FC'],
    ['light at 60 percent', { number: 2, command: COMMAND.light, data: hex('3C') }, '02 03 02 20 3C 8045'],
    [
      'card slot and PIN pad blink',
      { number: 255, command: COMMAND.lamps, data: hex('09 02') },
      '02 04 FF 21 09 02 F885',
    ],
  ])('%s is the frame of the table', (_, frame, bytes) => {
    expect(shown(encodeFrame(frame))).toBe(bytes.replaceAll(' ', ''));
    expect(framesOf(new BoardFrameParser().push(hex(bytes)))).toEqual([frame]);
  });

  it('gives the same events however the stream is cut or merged', () => {
    const stream = fc
      .array(
        fc.oneof(
          frame.map((one) => encodeFrame(one)),
          framed,
        ),
      )
      .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));
    fc.assert(
      fc.property(stream, fc.array(fc.nat(20)), (whole, sizes) => {
        const parser = new BoardFrameParser();
        expect(cut(whole, sizes).flatMap((piece) => parser.push(piece))).toEqual(
          new BoardFrameParser().push(whole),
        );
      }),
    );
  });

  it('finds the next good frame after anything, once what waits is given up', () => {
    fc.assert(
      fc.property(framed, frame, (before, good) => {
        // By chance the nonsense itself may be a frame that the good one's bytes end.
        fc.pre(framesOf(new BoardFrameParser().push(before)).length === 0);
        const parser = new BoardFrameParser();
        const events = [...parser.push(before), ...parser.push(encodeFrame(good)), ...parser.abandon()];
        expect(framesOf(events)).toContainEqual(good);
        expect(parser.incomplete).toBe(false);
      }),
    );
  });

  it('believes no frame with a flipped bit', () => {
    fc.assert(
      fc.property(frame, fc.nat(), fc.nat(7), (good, where, bit) => {
        const whole = encodeFrame(good);
        const at = where % whole.length;
        const flipped = whole.map((byte, index) => (index === at ? byte ^ (1 << bit) : byte));
        const parser = new BoardFrameParser();
        expect(framesOf([...parser.push(flipped), ...parser.abandon()])).not.toContainEqual(good);
      }),
    );
  });

  it('keeps at most one frame, however long the nonsense', () => {
    const parser = new BoardFrameParser();
    for (let round = 0; round < 1_000; round += 1)
      parser.push(hex('02 20 02 20 02').slice(0, 1 + (round % 5)));
    expect(parser.abandon().length).toBeLessThan(40);
    expect(parser.incomplete).toBe(false);
  });
});

describe('the status block (device guide, cabinet board)', () => {
  const lamp = fc.constantFrom<LampState>(...LAMP_STATES);
  const status: fc.Arbitrary<CabinetStatus> = fc.record({
    door: fc.constantFrom('closed', 'open'),
    power: fc.constantFrom('mains', 'battery'),
    batteryPercent: fc.option(fc.nat(100)),
    lightPercent: fc.nat(100),
    lamps: fc.record<Record<CabinetLamp, LampState>>({
      'card-slot': lamp,
      'id-reader': lamp,
      receipt: lamp,
      'pin-pad': lamp,
    }),
    speaker: fc.constantFrom('missing', 'present'),
  });

  it('is read byte by byte as in the table', () => {
    expect(parseStatus(hex('01 01 4B 3C 00 01 02 00 01'))).toEqual({
      door: 'open',
      power: 'battery',
      batteryPercent: 75,
      lightPercent: 60,
      lamps: { 'card-slot': 'off', 'id-reader': 'on', receipt: 'blink', 'pin-pad': 'off' },
      speaker: 'present',
    });
    expect(parseStatus(hex('00 00 FF 00 00 00 00 00 00 77'))).toMatchObject({ batteryPercent: null });
    expect(CABINET_LAMPS).toEqual(['card-slot', 'id-reader', 'receipt', 'pin-pad']);
  });

  it('comes back as it went', () => {
    fc.assert(
      fc.property(status, (one) => {
        expect(parseStatus(encodeStatus(one))).toEqual(one);
      }),
    );
  });

  it('is none where it is short or has a byte that the table has not', () => {
    fc.assert(
      fc.property(status, fc.nat(8), fc.integer({ min: 101, max: 254 }), (one, at, byte) => {
        const block = encodeStatus(one);
        expect(parseStatus(block.slice(0, at))).toBeNull();
        expect(parseStatus(block.map((had, index) => (index === at ? byte : had)))).toBeNull();
      }),
    );
  });
});
