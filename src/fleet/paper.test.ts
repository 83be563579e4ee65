import { describe, expect, it } from 'vitest';
import { receiptsLeft } from './paper.ts';

describe('receipts the paper is good for', () => {
  it.each([
    ['out', 10, 0],
    ['low', 10, 40],
    ['low', 390, 10],
    ['low', null, 40],
    ['enough', 10, 390],
    // The sensor sees paper, however much was counted.
    ['enough', 5_000, 40],
    ['enough', null, null],
    [null, 100, 300],
    [null, null, null],
  ] as const)('by a sensor that says %s and %s printed are %s', (sensor, printed, left) => {
    expect(receiptsLeft(sensor, printed)).toBe(left);
  });
});
