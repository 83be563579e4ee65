import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeAnswer } from '../virtual/document-printer/ipp-answer.ts';
import { IPP_GROUP, parseIppMessage, valuesOf } from './ipp-message.ts';
import { encodeRequest } from './ipp-request.ts';
import { readCondition } from './printer-reasons.ts';

const SOUND = encodeAnswer(0, 7, [
  {
    group: 'printer',
    attributes: [
      { name: 'printer-state', tag: 'enumeration', values: [3] },
      { name: 'printer-state-reasons', tag: 'keyword', values: ['media-low-warning', 'toner-low-report'] },
      { name: 'printer-is-accepting-jobs', tag: 'boolean', values: [true] },
    ],
  },
]);

describe('an IPP answer', () => {
  it('is read with sets of values, numbers and truths', () => {
    const message = parseIppMessage(SOUND);
    if (!message.ok) throw new Error(message.error.message);
    expect(message.value).toMatchObject({ code: 0, requestId: 7 });
    expect(valuesOf(message.value, IPP_GROUP.printer, 'printer-state')).toEqual([3]);
    expect(valuesOf(message.value, IPP_GROUP.printer, 'printer-state-reasons')).toHaveLength(2);
    expect(readCondition(message.value).status).toMatchObject({ paper: 'low', toner: 'low' });
  });

  it('skips collections with all their members (RFC 8010 §3.1.6)', () => {
    const media = Buffer.from(
      '34000a6d656469612d636f6c2d0000' + // begCollection "media-col-"
        '4a00000001' + // memberAttrName, one byte
        '78' + // "x"
        '210000000400000005' + // integer 5
        '3700000000', // endCollection
      'hex',
    );
    const bytes = Buffer.concat([SOUND.subarray(0, -1), media, SOUND.subarray(-1)]);
    const message = parseIppMessage(bytes);
    expect(message).toMatchObject({ ok: true });
    if (message.ok) {
      expect(valuesOf(message.value, IPP_GROUP.printer, 'printer-is-accepting-jobs')).toEqual([true]);
      expect(valuesOf(message.value, IPP_GROUP.printer, 'media-col-')).toEqual([]);
    }
  });

  it('cut anywhere before its end is bad-answer', () => {
    for (let length = 0; length < SOUND.length; length += 1) {
      expect(parseIppMessage(SOUND.subarray(0, length))).toMatchObject({ error: { code: 'bad-answer' } });
    }
  });

  it('of any bytes ends in a message or in bad-answer', () => {
    const flips = fc.array(fc.tuple(fc.nat(SOUND.length - 1), fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), flips.map(flipped)), (bytes) => {
        const message = parseIppMessage(bytes);
        if (!message.ok) expect(message.error.code).toBe('bad-answer');
        else readCondition(message.value);
      }),
      { numRuns: 2_000 },
    );
  });
});

const flipped = (flips: readonly [number, number][]): Uint8Array => {
  const bytes = Uint8Array.from(SOUND);
  for (const [at, value] of flips) bytes[at] = value;
  return bytes;
};

it('a request carries the document behind its attributes, and only a title that says nothing', () => {
  const address = { uri: 'ipp://h/printers/p', host: 'h', port: 631, path: '/printers/p' };
  const pdf = Uint8Array.of(0x25, 0x50, 0x44, 0x46);
  const operation = {
    name: 'Print-Job',
    title: 'yikatong-document',
    media: 'iso_a4_210x297mm',
    pdf,
  } as const;
  const message = parseIppMessage(encodeRequest(operation, { address, user: 'yikatong@h', id: 9 }));
  if (!message.ok) throw new Error(message.error.message);
  expect(message.value).toMatchObject({ code: 0x0002, requestId: 9 });
  expect([...message.value.data]).toEqual([...pdf]);
  expect(valuesOf(message.value, IPP_GROUP.operation, 'printer-uri')).toEqual([address.uri]);
  expect(valuesOf(message.value, IPP_GROUP.operation, 'requesting-user-name')).toEqual(['yikatong@h']);
  expect(valuesOf(message.value, IPP_GROUP.job, 'media')).toEqual(['iso_a4_210x297mm']);
});

describe('printer-state-reasons', () => {
  const condition = (state: number, reasons: readonly string[], cups = false) => {
    const attributes = [
      { name: 'printer-state', tag: 'enumeration', values: [state] },
      { name: 'printer-state-reasons', tag: 'keyword', values: reasons },
      ...(cups ? [{ name: 'cups-version', tag: 'text', values: ['2.4'] } as const] : []),
    ] as const;
    const message = parseIppMessage(encodeAnswer(0, 1, [{ group: 'printer', attributes }]));
    if (!message.ok) throw new Error(message.error.message);
    return readCondition(message.value).status;
  };
  const full = { paper: 'full', toner: 'full', cover: 'closed', jammed: false };
  it.each([
    [3, ['none'], full],
    [3, ['media-low-report'], { ...full, paper: 'low' }],
    [3, ['media-empty-warning'], { ...full, paper: 'low' }],
    [5, ['media-empty-warning'], { ...full, paper: 'out' }],
    [3, ['media-empty'], { ...full, paper: 'out' }],
    [5, ['media-needed-error', 'marker-supply-low-warning'], { ...full, paper: 'out', toner: 'low' }],
    [5, ['marker-supply-empty-error'], { ...full, toner: 'out' }],
    [5, ['door-open-report', 'media-jam-error'], { ...full, cover: 'open', jammed: true }],
  ] as const)('state %i with %j', (state, reasons, status) => {
    expect(condition(state, reasons)).toEqual(status);
  });

  it('of an idle CUPS queue are those of its last job', () => {
    expect(condition(3, ['media-empty-error'], true)).toEqual(full);
    expect(condition(4, ['media-empty-error'], true)).toEqual({ ...full, paper: 'out' });
  });
});
