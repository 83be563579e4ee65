import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeReceiptReference, parseReceiptReference } from './receipt-reference.ts';

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const references = fc
  .uint8Array({ minLength: 8, maxLength: 8 })
  .map((bytes) => makeReceiptReference({ bytes: () => bytes }));
/** Positions of the nine characters after `YKT-`. */
const PLACES = [4, 5, 6, 7, 9, 10, 11, 12, 14];

describe('APPLY-7 the reference on a receipt', () => {
  it('APPLY-7 is YKT, two groups of four, and a check character, without 0 O 1 I L', () => {
    fc.assert(
      fc.property(references, (reference) => {
        expect(reference).toMatch(new RegExp(`^YKT-[${ALPHABET}]{4}-[${ALPHABET}]{4}-[${ALPHABET}]$`));
        expect(reference.slice(3)).not.toMatch(/[0O1IL]/);
        expect(parseReceiptReference(reference)).toEqual({ ok: true, value: reference });
      }),
    );
  });

  it('APPLY-7 is read as people type it', () => {
    fc.assert(
      fc.property(references, (reference) => {
        const typed = ` ${reference.toLowerCase().replaceAll('-', ' ')} `;
        expect(parseReceiptReference(typed)).toEqual({ ok: true, value: reference });
      }),
    );
  });

  it('APPLY-7 finds every single wrong character and every swap', () => {
    const other = fc.integer({ min: 1, max: ALPHABET.length - 1 });
    fc.assert(
      fc.property(references, fc.nat(8), fc.nat(8), other, (reference, first, second, by) => {
        const characters = [...reference];
        const at = PLACES[first]!;
        const to = PLACES[second]!;
        const wrong = characters.with(
          at,
          ALPHABET[(ALPHABET.indexOf(characters[at]!) + by) % ALPHABET.length]!,
        );
        expect(parseReceiptReference(wrong.join(''))).toEqual({ ok: false, error: 'check-character' });
        if (characters[at] !== characters[to]) {
          const swapped = characters.with(at, characters[to]!).with(to, characters[at]!);
          expect(parseReceiptReference(swapped.join(''))).toEqual({ ok: false, error: 'check-character' });
        }
      }),
    );
  });

  it.each(['', 'YKT', 'YKT-2222-2222', 'YKT-0000-0000-0', 'ABC-2222-2222-2', 'YKT-2222-2222-22'])(
    'refuses the shape of %j',
    (text) => {
      expect(parseReceiptReference(text)).toEqual({ ok: false, error: 'shape' });
    },
  );

  it('different entropy gives different references', () => {
    const made = new Set<string>();
    for (let n = 0; n < 500; n += 1) {
      made.add(makeReceiptReference({ bytes: () => Uint8Array.of(0, 0, 0, 0, 0, 0, n >> 8, n & 0xff) }));
    }
    expect(made.size).toBe(500);
  });
});
