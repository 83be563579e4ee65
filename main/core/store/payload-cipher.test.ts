import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededEntropy } from '../virtual-clock.ts';
import { PayloadCipher, SealBroken } from './payload-cipher.ts';

const place = { table: 'outbox', row: 'k-1' };
const cipher = new PayloadCipher(new Uint8Array(32).fill(7), seededEntropy(1));

describe('sealed payloads (INV-6)', () => {
  it('open again in their own row only', () => {
    const sealed = cipher.seal(Buffer.from('王某'), place);
    expect(cipher.open(sealed, place).toString()).toBe('王某');
    expect(() => cipher.open(sealed, { table: 'outbox', row: 'k-2' })).toThrow(SealBroken);
    expect(() => cipher.open(sealed, { table: 'dead_letter', row: 'k-1' })).toThrow(SealBroken);
  });

  it('do not open under another key, and name it', () => {
    const other = new PayloadCipher(new Uint8Array(32).fill(8), seededEntropy(1));
    expect(() => other.open(cipher.seal(Buffer.from('x'), place), place)).toThrow(cipher.keyId);
  });

  it('any changed, cut or made-up bytes are refused by name', () => {
    const sealed = cipher.seal(Buffer.from('four words of plain text'), place);
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Buffer.from(sealed);
        changed[at] = (changed[at] ?? 0) ^ flip;
        expect(() => cipher.open(changed, place)).toThrow(SealBroken);
        expect(() => cipher.open(sealed.subarray(0, at), place)).toThrow(SealBroken);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect(() => cipher.open(bytes, place)).toThrow(SealBroken);
      }),
    );
  });

  it('the same text twice has two faces; its look-up hash has one, and only with this key', () => {
    expect(cipher.seal(Buffer.from('a'), place)).not.toEqual(cipher.seal(Buffer.from('a'), place));
    expect(cipher.keyedHash('resident', '46')).toEqual(cipher.keyedHash('resident', '46'));
    expect(cipher.keyedHash('resident', '46')).not.toEqual(cipher.keyedHash('card', '46'));
    const other = new PayloadCipher(new Uint8Array(32).fill(8), seededEntropy(1));
    expect(cipher.keyedHash('resident', '46')).not.toEqual(other.keyedHash('resident', '46'));
  });
});
