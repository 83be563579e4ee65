import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatXfsMessage, MAX_FRAME_BYTES, parseXfsMessage, type XfsMessage } from './xfs-message.ts';

const COMPLETION: XfsMessage = {
  type: 'completion',
  name: 'Keyboard.PinEntry',
  requestId: 7,
  completionCode: 'success',
  payload: { digits: 6, completion: 'enter' },
};

const names = fc.constantFrom('Common.Status', 'Keyboard.PinEntry', 'PinPad.GetPinBlock');
const ids = fc.integer({ min: 1, max: 2 ** 31 });
const payload = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean()));
const messages: fc.Arbitrary<XfsMessage> = fc.oneof(
  fc.record({
    type: fc.constant('command' as const),
    name: names,
    requestId: ids,
    timeout: fc.nat(),
    payload,
  }),
  fc.record({ type: fc.constant('acknowledge' as const), name: names, requestId: ids, payload }),
  fc.record({ type: fc.constant('event' as const), name: names, requestId: ids, payload }),
  fc.record({ type: fc.constant('unsolicited' as const), name: names, payload }),
);

describe('XFS4IoT envelope (protocols.md 5.4)', () => {
  it('reads what it wrote, for every kind of message', () => {
    expect(parseXfsMessage(formatXfsMessage(COMPLETION))).toMatchObject({ ok: true, value: COMPLETION });
    fc.assert(
      fc.property(messages, (message) => {
        const parsed = parseXfsMessage(formatXfsMessage(message));
        // A payload may carry `completionCode` of older services; the generator has no such key.
        expect(parsed).toMatchObject({ ok: true, value: JSON.parse(JSON.stringify(message)) });
      }),
    );
  });

  it('reads the completion code of older services from the payload', () => {
    const text = JSON.stringify({
      header: { name: 'Common.Status', requestId: 1, type: 'completion' },
      payload: { completionCode: 'success', errorDescription: null },
    });
    expect(parseXfsMessage(text)).toMatchObject({ ok: true, value: { completionCode: 'success' } });
  });

  it.each([
    ['', 'not JSON'],
    ['null', 'null'],
    ['[]', 'an array'],
    ['{}', 'no header'],
    ['{"header":{}}', 'no type'],
    ['{"header":{"type":"event","name":"Keyboard.KeyEvent","requestId":0}}', 'request id 0'],
    ['{"header":{"type":"event","name":"Keyboard.KeyEvent","requestId":"1"}}', 'a text as id'],
    ['{"header":{"type":"event","name":"../etc","requestId":1}}', 'a name with signs'],
    ['{"header":{"type":"completion","name":"Common.Status","requestId":1}}', 'no completion code'],
    ['{"header":{"type":"telegram","name":"Common.Status","requestId":1}}', 'an unknown type'],
  ])('names %s as bad-message (%s)', (text) => {
    expect(parseXfsMessage(text)).toMatchObject({ ok: false, error: { code: 'bad-message' } });
  });

  it('refuses an endless frame before it parses it', () => {
    const text = formatXfsMessage({ ...COMPLETION, payload: { x: 'y'.repeat(MAX_FRAME_BYTES) } });
    expect(parseXfsMessage(text)).toMatchObject({ ok: false, error: { code: 'bad-message' } });
  });

  it('never throws, and never takes a cut frame for a whole one', () => {
    const text = formatXfsMessage(COMPLETION);
    fc.assert(
      fc.property(fc.nat(text.length - 1), (length) => {
        expect(parseXfsMessage(text.slice(0, length))).toMatchObject({ error: { code: 'bad-message' } });
        expect(parseXfsMessage(text + text.slice(0, length + 1))).toMatchObject({ ok: false });
      }),
    );
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), (noise) => {
        expect(parseXfsMessage(noise).ok).toBe(false);
      }),
    );
  });
});
