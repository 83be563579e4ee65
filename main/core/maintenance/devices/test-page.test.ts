import { expect, it } from 'vitest';
import { isPrintableQr } from '../../../../drivers/receipt-printer/escpos-encoder.ts';
import { MISSING_TYPE } from '../../../../drivers/receipt-printer/printable-text.ts';
import { layOutReceipt } from '../../../../drivers/receipt-printer/receipt-layout.ts';
import { testReceipt } from '../../../../src/maintenance/test-page.ts';

const PAGE = testReceipt({ kioskName: '试验机1号', at: Date.UTC(2026, 10, 22, 3, 4) });

it.each([32, 48] as const)(
  'every character and line of the test page is one that a roll of %s has',
  (columns) => {
    const steps = layOutReceipt(PAGE, columns);
    const lines = steps.flatMap((step) => (step.kind === 'line' ? [step] : []));
    expect(lines.map(({ text }) => text).join('')).not.toContain(MISSING_TYPE);
    expect(lines.some(({ text }) => text.includes('2026-11-22 11:04'))).toBe(true);
    // Both sizes, both weights, both lines and a full black.
    expect(new Set(lines.map(({ scale }) => scale))).toEqual(new Set([1, 2]));
    expect(new Set(lines.map(({ bold }) => bold))).toEqual(new Set([true, false]));
    for (const mark of ['━', '─', '■']) expect(lines.some(({ text }) => text.includes(mark))).toBe(true);
  },
);

it('its code can be printed', () => {
  expect(isPrintableQr(PAGE.qr ?? '')).toBe(true);
});
