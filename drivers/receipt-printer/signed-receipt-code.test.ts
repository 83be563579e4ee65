import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { decodeQr } from '../../renderer/code/decode-qr.ts';
import { CLAIM, receiptCodeBench } from '../../tests/receipt-codes/receipt-code-bench.ts';
import { printerBench, SAMPLE_RECEIPT } from '../virtual/receipt-printer/printer-bench.ts';
import { qrCellDots } from './qr-cell-dots.ts';

/** The longest words a receipt says: state, service and pack. */
const LONG = receiptCodeBench().code([
  CLAIM[0],
  'sent-waiting-for-office',
  'contact-data',
  CLAIM[3],
  'hainan 12',
]);

describe('the signed code of a receipt on paper', () => {
  it.each([
    [48, 5],
    [32, 4],
  ] as const)(
    'INV-4 %i columns: %i dots a module, and it is read again from the picture',
    async (columns, dots) => {
      expect(qrCellDots(LONG, columns)).toBe(dots);
      const bench = await printerBench(columns);
      try {
        expect((await bench.driver.open()).ok).toBe(true);
        expect(await bench.driver.print({ ...SAMPLE_RECEIPT, qr: LONG })).toEqual({
          ok: true,
          value: undefined,
        });
        const paper = bench.printer.receipts().at(-1);
        if (paper === undefined) throw new Error('nothing was printed');
        const { data, width, height } = PNG.sync.read(Buffer.from(paper.png));
        expect(decodeQr(new Uint8ClampedArray(data), width, height)).toBe(LONG);
      } finally {
        await bench.close();
      }
    },
  );

  it('a bare reference stays as large as it was', () => {
    expect(qrCellDots('YKT-3ND9-KZKJ-G', 48)).toBe(6);
    expect(qrCellDots('YKT-3ND9-KZKJ-G', 32)).toBe(6);
  });
});
