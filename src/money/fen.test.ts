import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFen, fen, formatFen, NO_MONEY, subtractFen } from './fen.ts';

describe('INV-1 money in fen', () => {
  it.each([
    [0, '0.00 元'],
    [5, '0.05 元'],
    [1000, '10.00 元'],
    [1500, '15.00 元'],
    [123456, '1234.56 元'],
    [-1500, '-15.00 元'],
    [-5, '-0.05 元'],
  ])('%d fen are written %s', (amount, text) => {
    expect(formatFen(fen(amount))).toBe(text);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is no amount', (amount) => {
    expect(() => fen(amount)).toThrow();
  });

  it('INV-1 what is taken and given back leaves nothing', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (taken, more) => {
        const both = addFen(fen(taken), fen(more));
        expect(subtractFen(subtractFen(both, fen(more)), fen(taken))).toBe(NO_MONEY);
      }),
    );
  });
});
