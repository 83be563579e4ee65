import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findTag, parseTlv } from './ber-tlv.ts';

/** Primitive one-byte tags that are neither padding nor the beginning of a longer tag. */
const tag = fc.integer({ min: 1, max: 0xfe }).filter((byte) => (byte & 0x20) === 0 && (byte & 0x1f) !== 0x1f);
const element = fc.tuple(tag, fc.uint8Array({ maxLength: 300 }));

function encoded(elements: readonly (readonly [number, Uint8Array])[]): Uint8Array {
  const lengthOf = (count: number) => (count < 0x80 ? [count] : [0x82, count >> 8, count & 0xff]);
  return Uint8Array.from(elements.flatMap(([id, value]) => [id, ...lengthOf(value.length), ...value]));
}

it('gives back every element, and finds the first with a tag', () => {
  fc.assert(
    fc.property(fc.array(element, { maxLength: 6 }), (elements) => {
      const nodes = parseTlv(encoded(elements));
      if (!nodes.ok) throw new Error(nodes.error);
      expect(nodes.value.map((node) => [node.tag, node.value])).toEqual(elements);
      for (const [id] of elements) {
        expect(findTag(nodes.value, id)).toEqual(elements.find(([other]) => other === id)?.[1]);
      }
    }),
  );
});

it('names a cut element wherever it is cut', () => {
  fc.assert(
    fc.property(tag, fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(), (id, value, at) => {
      const whole = encoded([[id, value]]);
      expect(parseTlv(whole.slice(0, 1 + (at % (whole.length - 1))))).toEqual({
        ok: false,
        error: 'tlv-cut',
      });
    }),
  );
});

it('names lengths of three bytes, endless tags and endless nesting', () => {
  expect(parseTlv(Uint8Array.of(0x5a, 0x83, 0, 0, 1, 7))).toEqual({ ok: false, error: 'tlv-length' });
  expect(parseTlv(Uint8Array.of(0x5f, 0xff, 0xff, 0xff, 0xff))).toEqual({ ok: false, error: 'tlv-length' });
  let nested: number[] = [];
  for (let depth = 0; depth < 12; depth += 1) nested = [0x70, nested.length, ...nested];
  expect(parseTlv(Uint8Array.from(nested))).toEqual({ ok: false, error: 'tlv-too-deep' });
});
