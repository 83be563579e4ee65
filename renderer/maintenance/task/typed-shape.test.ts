import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeShape, digitsOf, TIME_DIGITS, timeShape } from './typed-shape.ts';

describe('what is typed', () => {
  it('stands as a time is written, and goes on from one that stands there', () => {
    expect(timeShape('2026112')).toBe('2026-11-2_ __:__');
    expect(timeShape('202611220941')).toBe('2026-11-22 09:41');
    expect(digitsOf('2026-11-22 09:41')).toBe('202611220941');
  });

  it('loses no digit on its way to the shape and back', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{0,12}$/), (digits) => {
        expect(digitsOf(timeShape(digits))).toBe(digits);
        expect(digits.length).toBeLessThanOrEqual(TIME_DIGITS);
      }),
    );
  });

  it('stands in groups of four, as a code does on paper', () => {
    expect(codeShape('ABCD-2345-6')).toBe('ABCD 2345 6');
    expect(codeShape('')).toBe('');
  });
});
