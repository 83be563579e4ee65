import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesFromHex, hexFromBytes } from '../../src/card-keys/hex.ts';
import { historicalBytes } from './atr.ts';

const historical = (atr: string): string =>
  hexFromBytes(historicalBytes(bytesFromHex(atr) ?? new Uint8Array()));

it.each([
  [
    'contact card: TB and TC, 13 bytes (protocols 1.9)',
    '3B6D000000005453540000240105000001',
    '00005453540000240105000001',
  ],
  ['no interface bytes', '3B03414243', '414243'],
  ['TD1 announces TD2, TD2 a TA', '3B82801041AABB', 'AABB'],
  ['TD1 and TD2, with a check byte', '3B828001AABBCC', 'AABB'],
  ['cut within the historical bytes', '3B6D00000000', ''],
  ['no bytes at all', '', ''],
])('historical bytes: %s', (_case, atr, expected) => {
  expect(historical(atr)).toBe(expected);
});

it('never gives more than 15 bytes, whatever the ATR', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (atr) => {
      expect(historicalBytes(atr).length).toBeLessThanOrEqual(15);
    }),
  );
});
