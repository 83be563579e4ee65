import { describe, expect, it } from 'vitest';
import { encodeReceipt, isPrintableQr } from './escpos-encoder.ts';
import type { PrintStep } from './receipt-layout.ts';

const hex = (steps: readonly PrintStep[]): string =>
  Buffer.from(encodeReceipt(steps, 48)).toString('hex').toUpperCase();

describe('ESC/POS bytes (protocols.md 3.2, 6.7)', () => {
  it('begins clean, in Chinese mode, and ends with feed, cut and the question whether it is done', () => {
    expect(hex([])).toBe('1B40' + '1C26' + '1B6404' + '1D5600' + '1B40' + '1D7201');
  });

  it('prints the QR of the vector', () => {
    expect(hex([{ kind: 'qr', text: 'TEST' }])).toContain(
      '1D286B0400314132001D286B03003143061D286B03003145311D286B0700315030544553541D286B0300315130',
    );
  });

  it('sets alignment, size and weight for each line', () => {
    const line = { kind: 'line', text: '卡', align: 'centre', scale: 2, bold: true } as const;
    expect(hex([line])).toContain('1B6101' + '1D2111' + '1B4501' + 'BFA8' + '0A');
    expect(hex([{ ...line, align: 'left', scale: 1, bold: false }])).toContain('1B61001D21001B4500BFA80A');
  });

  it.each([
    ['HN-2026-0007', true],
    ['', false],
    ['回执', false],
    ['x'.repeat(560), true],
    ['x'.repeat(561), false],
  ])('knows whether the code can carry %j', (text, able) => {
    expect(isPrintableQr(text)).toBe(able);
  });
});
