import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseChipData } from './chip-data.ts';
import { SAM_COMMANDS } from './command.ts';
import { encodeFrame } from './frame.ts';
import { type FrameEvent, FrameParser } from './frame-parser.ts';
import { formatSamId } from './sam-id.ts';
import { fromHex, vector } from './vectors.ts';

const bodies = (events: readonly FrameEvent[]): string[] =>
  events.flatMap((event) => (event.kind === 'frame' ? [Buffer.from(event.body).toString('hex')] : []));
const damages = (events: readonly FrameEvent[]): string[] =>
  events.flatMap((event) => (event.kind === 'damaged' ? [event.reason] : []));
const answers = (bytes: Uint8Array): FrameEvent[] => new FrameParser(3).push(bytes);
const find = fromHex('AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97');

describe('requests (protocols 2.2)', () => {
  it.each([
    ['reset', 'AA AA AA 96 69 00 03 10 FF EC'],
    ['status', 'AA AA AA 96 69 00 03 11 FF ED'],
    ['sam-id', 'AA AA AA 96 69 00 03 12 FF EE'],
    ['find', 'AA AA AA 96 69 00 03 20 01 22'],
    ['select', 'AA AA AA 96 69 00 03 20 02 21'],
    ['read', 'AA AA AA 96 69 00 03 30 01 32'],
    ['extra-address', 'AA AA AA 96 69 00 03 30 03 30'],
    ['read-with-fingerprints', 'AA AA AA 96 69 00 03 30 10 23'],
  ] as const)('%s is %s', (name, hex) => {
    const { cmd, para } = SAM_COMMANDS[name];
    expect(encodeFrame(Uint8Array.of(cmd, para))).toEqual(fromHex(hex));
  });
});

describe('answers (protocols 6.3)', () => {
  it('reads find, select and status answers', () => {
    expect(bodies(answers(find))).toEqual(['00009f00000000']);
    expect(bodies(answers(fromHex('AAAAAA9669000400008084')))).toEqual(['000080']);
    expect(bodies(answers(fromHex('AAAAAA9669000C00009000000000000000009C')))).toHaveLength(1);
  });

  it('reads the 1295 bytes of a card out of 21 HID reports padded to 64', () => {
    const frame = vector('read-frame-A');
    expect([frame.length, frame.at(-1)]).toEqual([1_295, 0xd6]);
    const padded = new Uint8Array(21 * 64);
    padded.set(frame);
    const parser = new FrameParser(3);
    const events = Array.from({ length: 21 }, (_, at) =>
      parser.push(padded.subarray(at * 64, at * 64 + 64)),
    ).flat();
    expect(damages(events)).toEqual([]);
    const [event] = events;
    const data = event?.kind === 'frame' ? event.body.subarray(3) : new Uint8Array();
    const chip = parseChipData(data, false);
    expect(chip.ok && chip.value.text).toEqual(vector('id_A'));
    expect(chip.ok && [...chip.value.portrait.subarray(0, 3)]).toEqual([3, 10, 17]);
  });

  it('formats the SAM id', () => {
    const [body = ''] = bodies(answers(fromHex('AAAAAA9669001400009005000300951334017B000000140C3A1B73')));
    expect(formatSamId(fromHex(body).subarray(3))).toBe('05.03-20190101-0000000123-456789012');
    expect(formatSamId(new Uint8Array(15))).toBeNull();
  });

  it('rejects a flipped last byte and accepts a preamble that lost its first AA', () => {
    expect(damages(answers(find.with(-1, 0x96)))).toEqual(['bad-checksum']);
    expect(bodies(answers(find.subarray(1)))).toEqual(['00009f00000000']);
  });

  it('takes a length that no answer has for noise and goes on', () => {
    const events = answers(Buffer.concat([fromHex('AAAAAA9669FFFF'), fromHex('AAAAAA96690001'), find]));
    expect([damages(events), bodies(events)]).toEqual([['bad-length', 'bad-length'], ['00009f00000000']]);
  });

  it('looks again right behind the preamble of a frame whose checksum is bad', () => {
    const events = answers(Buffer.concat([fromHex('AAAAAA9669000C000080'), find]));
    expect([damages(events), bodies(events)]).toEqual([['bad-checksum'], ['00009f00000000']]);
  });

  it('finds a good frame that a wrong length had swallowed, at the latest when the wait is given up', () => {
    const parser = new FrameParser(3);
    expect(parser.push(Buffer.concat([fromHex('AAAAAA96690508000090'), find]))).toEqual([]);
    expect(parser.incomplete).toBe(true);
    const events = parser.abandon();
    expect([damages(events), bodies(events)]).toEqual([['cut-frame'], ['00009f00000000']]);
    expect(parser.incomplete).toBe(false);
  });
});

describe('DATA of 30 01 and 30 10 (protocols 2.2)', () => {
  const text = new Uint8Array(256);
  const portrait = new Uint8Array(1_024);
  const data = (lengths: string, ...blocks: Uint8Array[]) => Buffer.concat([fromHex(lengths), ...blocks]);

  it('accepts fingerLen 0000 and zeros as no fingerprint, and counts filled templates', () => {
    const none = parseChipData(data('010004000000', text, portrait), true);
    const zeros = parseChipData(data('010004000400', text, portrait, new Uint8Array(1_024)), true);
    const one = parseChipData(data('010004000400', text, portrait, new Uint8Array(1_024).with(4, 11)), true);
    expect([none, zeros, one].map((chip) => chip.ok && chip.value.fingerprints)).toEqual([0, 0, 1]);
  });

  it.each([
    ['shorter than its header', data('0100')],
    ['another text length', data('00FF0400', text.subarray(1), portrait)],
    ['one byte short', data('01000400', text, portrait.subarray(1))],
    ['one byte long', data('01000400', text, portrait, Uint8Array.of(0))],
  ])('refuses data that is %s', (_, bytes) => {
    expect(parseChipData(bytes, false)).toEqual({ ok: false, error: 'bad-length' });
  });
});

describe('any bytes', () => {
  const body = fc.uint8Array({ minLength: 3, maxLength: 80 });
  const noise = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc.constantFrom(fromHex('AA'), fromHex('AAAA96'), fromHex('AAAAAA9669'), fromHex('AAAAAA96690508')),
    fc.tuple(body, fc.nat(), fc.integer({ min: 1, max: 255 })).map(([bytes, at, flip]) => {
      const frame = encodeFrame(bytes);
      const index = at % frame.length;
      return frame.with(index, (frame[index] ?? 0) ^ flip);
    }),
    fc.tuple(body, fc.nat()).map(([bytes, at]) => encodeFrame(bytes).subarray(0, at % (bytes.length + 8))),
  );

  function cut(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
    const chunks: Uint8Array[] = [];
    let from = 0;
    for (const size of sizes) {
      chunks.push(bytes.subarray(from, from + size));
      from += size;
    }
    return [...chunks, bytes.subarray(from)];
  }

  it('gives the same frames however the stream is cut or merged', () => {
    const cuts = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 40 });
    fc.assert(
      fc.property(fc.array(body, { maxLength: 6 }), cuts, (sent, sizes) => {
        const parser = new FrameParser(3);
        const stream = Buffer.concat(sent.map(encodeFrame));
        const got = cut(stream, sizes).flatMap((chunk) => bodies(parser.push(chunk)));
        expect(got).toEqual(sent.map((bytes) => Buffer.from(bytes).toString('hex')));
      }),
    );
  });

  it('never throws, and reads the next good frame once the damaged one is given up', () => {
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 8 }), body, (junk, good) => {
        const parser = new FrameParser(3);
        for (const chunk of junk) parser.push(chunk);
        parser.abandon();
        expect(bodies(parser.push(encodeFrame(good)))).toEqual([Buffer.from(good).toString('hex')]);
      }),
    );
  });

  it('recovers by itself when enough good frames follow', () => {
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 4 }), (junk) => {
        const parser = new FrameParser(3);
        for (const chunk of junk) parser.push(chunk);
        // 4 KiB is the most a wrong length can swallow.
        const good = Array.from({ length: 300 }, () => find);
        expect(bodies(parser.push(Buffer.concat(good))).at(-1)).toBe('00009f00000000');
      }),
      { numRuns: 40 },
    );
  });

  it('keeps no more than one frame of endless noise', () => {
    const parser = new FrameParser(3);
    const beginnings = Buffer.concat(Array.from({ length: 5_000 }, () => fromHex('AAAAAA96690FFF')));
    parser.push(beginnings);
    expect(damages(parser.abandon()).length).toBeLessThan(600);
  });
});
